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

    private static final String HAS_FACE =
            "exists (select 1 from Sample s where s.galleryId = :gallery and s.subjectId = subject.id)";

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

    List<Subject> after(UUID gallery, String lastExternalId, SubjectFilter filter, int limit) {
        var parameters = Parameters.with("gallery", gallery).and("last", lastExternalId);
        String where = "from Subject subject where galleryId = :gallery and externalId > :last";
        if (filter.query != null) {
            where += " and (lower(externalId) like :text escape '!' or lower(name) like :text escape '!')";
            parameters.and("text", "%" + escaped(filter.query.toLowerCase(Locale.ROOT)) + "%");
        }
        if (filter.status != null) {
            where += " and status = :status";
            parameters.and("status", filter.status);
        }
        if (filter.enrolled != null) {
            where += filter.enrolled ? " and " + HAS_FACE : " and not " + HAS_FACE;
        }
        return find(where + " order by externalId", parameters)
                .range(0, limit - 1)
                .list();
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
