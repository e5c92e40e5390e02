package io.janua.gallery;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import io.janua.database.Sql;
import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Creates subjects for other features, where there are none of these ids yet. */
@ApplicationScoped
public class NewSubjects {

    private static final String CREATE = """
            INSERT INTO subject (id, tenant_id, gallery_id, external_id, name, attributes, status, valid_from,
                valid_until, created_at, updated_at, last_used_at)
            VALUES (?, ?, ?, ?, ?, ?::jsonb, 'ACTIVE', ?::timestamptz, ?::timestamptz, now(), now(), now())
            ON CONFLICT (tenant_id, gallery_id, external_id) DO NOTHING""";

    private final Sql sql;
    private final CurrentTenant tenant;
    private final Event<Happening> happenings;

    NewSubjects(Sql sql, CurrentTenant tenant, Event<Happening> happenings) {
        this.sql = sql;
        this.tenant = tenant;
        this.happenings = happenings;
    }

    /**
     * Within the caller's transaction. Of a subject that exists, everything stays as it is; whoever creates the same one
     * at the same time goes first or second.
     */
    @Transactional(MANDATORY)
    public void createIfAbsent(GalleryRef gallery, String externalId, SubjectDescription description) {
        int created = sql.update(
                CREATE,
                UuidVersion7Strategy.INSTANCE.generateUuid(null),
                tenant.id(),
                gallery.id(),
                externalId,
                description.name(),
                description.attributesJson(),
                time(description.validFrom()),
                time(description.validUntil()));
        if (created > 0) {
            happenings.fire(
                    Happening.of(Action.SUBJECT_CREATED).in(gallery.name()).on(externalId));
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
