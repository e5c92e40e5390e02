package io.janua.gallery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SampleRepository implements PanacheRepositoryBase<Sample, UUID> {

    private static final String COUNTS =
            "select subjectId, count(*) from Sample where subjectId in :subjects group by subjectId";

    Optional<Sample> of(UUID subject, UUID sample) {
        return find("subjectId = ?1 and id = ?2", subject, sample).firstResultOptional();
    }

    Optional<Sample> withIdempotencyKey(UUID subject, String key) {
        return find("subjectId = ?1 and idempotencyKey = ?2", subject, key).firstResultOptional();
    }

    /** In order of creation, which is the order of their ids. */
    List<Sample> after(UUID subject, Optional<UUID> last, int limit) {
        return last.map(id -> find("subjectId = ?1 and id > ?2 order by id", subject, id))
                .orElseGet(() -> find("subjectId = ?1 order by id", subject))
                .range(0, limit - 1)
                .list();
    }

    /** Subjects without a sample are missing. */
    Map<UUID, Long> countsOf(Collection<UUID> subjects) {
        return Counts.by(getEntityManager().createQuery(COUNTS, Object[].class).setParameter("subjects", subjects));
    }

    Optional<SampleImage> image(UUID sample) {
        return Optional.ofNullable(getEntityManager().find(SampleImage.class, sample));
    }
}
