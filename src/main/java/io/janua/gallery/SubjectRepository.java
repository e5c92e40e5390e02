package io.janua.gallery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SubjectRepository implements PanacheRepositoryBase<Subject, UUID> {

    private static final String COUNTS =
            "select galleryId, count(*) from Subject where galleryId in :galleries group by galleryId";

    private static final String BY_EXTERNAL_ID = "galleryId = ?1 and externalId = ?2";

    Optional<Subject> named(UUID gallery, String externalId) {
        return SubjectRef.isId(externalId)
                ? find(BY_EXTERNAL_ID, gallery, externalId).firstResultOptional()
                : Optional.empty();
    }

    /** Keeps the subject from being erased until the transaction ends. */
    Optional<Subject> namedForUpdate(UUID gallery, String externalId) {
        return SubjectRef.isId(externalId)
                ? find(BY_EXTERNAL_ID, gallery, externalId)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .firstResultOptional()
                : Optional.empty();
    }

    int markUsed(UUID subject, Instant time) {
        return update("lastUsedAt = ?1 where id = ?2", time, subject);
    }

    /** Galleries without a subject are missing. */
    Map<UUID, Long> countsIn(Collection<UUID> galleries) {
        return Counts.by(getEntityManager().createQuery(COUNTS, Object[].class).setParameter("galleries", galleries));
    }

    /** @param text part of the id or of the name, in any case; null for all */
    List<Subject> after(UUID gallery, String lastExternalId, String text, SubjectStatus status, int limit) {
        var parameters = Parameters.with("gallery", gallery).and("last", lastExternalId);
        String where = "galleryId = :gallery and externalId > :last";
        if (text != null) {
            where += " and (lower(externalId) like :text escape '!' or lower(name) like :text escape '!')";
            parameters.and("text", "%" + escaped(text.toLowerCase(Locale.ROOT)) + "%");
        }
        if (status != null) {
            where += " and status = :status";
            parameters.and("status", status);
        }
        return find(where + " order by externalId", parameters)
                .range(0, limit - 1)
                .list();
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
