package io.janua.audit;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import io.janua.event.Happening;
import io.janua.http.RequestIds;
import io.janua.security.Caller;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * Writes every happening down, in the transaction that brought it about: neither lasts without the other. Entries are
 * put into the tree afterwards, so that two requests of a tenant need not wait for each other.
 */
@ApplicationScoped
class AuditRecorder {

    private final EntityManager entities;
    private final CurrentTenant tenant;
    private final Caller caller;
    private final RequestIds requests;

    AuditRecorder(EntityManager entities, CurrentTenant tenant, Caller caller, RequestIds requests) {
        this.entities = entities;
        this.tenant = tenant;
        this.caller = caller;
        this.requests = requests;
    }

    /** Without a transaction it fails: an entry of its own would outlive what it tells of. */
    @Transactional(MANDATORY)
    void record(@Observes Happening happening) {
        record(happening, new EntryContent.Actor(caller.actor(), caller.actorName(), requests.current()));
    }

    @Transactional
    void record(Happening happening, EntryContent.Actor actor) {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        Instant time = Instant.now().truncatedTo(ChronoUnit.MICROS);
        AuditEntry entry = new AuditEntry();
        entry.id = id;
        entry.recordedAt = time;
        entry.actor = actor.id();
        entry.action = happening.action().wireName();
        entry.gallery = happening.gallery();
        entry.subject = happening.subject();
        entry.outcome = happening.outcome();
        entry.content = EntryContent.of(id, tenant.id(), time, actor, happening);
        entities.persist(entry);
    }
}
