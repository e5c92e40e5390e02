package io.janua.privacy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The gallery is in every query because the index begins with it. */
@ApplicationScoped
class ConsentRepository implements PanacheRepositoryBase<Consent, UUID> {

    private static final String OF_SUBJECT = "galleryId = ?1 and subjectId = ?2";

    boolean anyInForce(UUID gallery, UUID subject) {
        return count(OF_SUBJECT + " and withdrawnAt is null", gallery, subject) > 0;
    }

    boolean anyInForce(UUID gallery, UUID subject, String textVersion) {
        return count(OF_SUBJECT + " and withdrawnAt is null and textVersion = ?3", gallery, subject, textVersion) > 0;
    }

    boolean any(UUID gallery, UUID subject) {
        return count(OF_SUBJECT, gallery, subject) > 0;
    }

    /** @return how many were in force */
    int withdrawAll(UUID gallery, UUID subject, Instant time) {
        return update(
                "withdrawnAt = ?1 where galleryId = ?2 and subjectId = ?3 and withdrawnAt is null",
                time,
                gallery,
                subject);
    }

    Optional<Consent> of(UUID gallery, UUID subject, UUID consent) {
        return find(OF_SUBJECT + " and id = ?3", gallery, subject, consent).firstResultOptional();
    }

    /** In the order in which they were recorded. */
    List<Consent> after(UUID gallery, UUID subject, Optional<UUID> last, int limit) {
        return last.map(id -> find(OF_SUBJECT + " and id > ?3 order by id", gallery, subject, id))
                .orElseGet(() -> find(OF_SUBJECT + " order by id", gallery, subject))
                .range(0, limit - 1)
                .list();
    }
}
