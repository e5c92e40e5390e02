package io.janua.gallery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class SampleRepository implements PanacheRepositoryBase<Sample, UUID> {

    /** Ids tell their time also as text, and of text PostgreSQL knows the greatest. */
    private static final String FACES = """
            select subjectId, count(*), max(case when hasImage then cast(id as string) end)
            from Sample where subjectId in :subjects group by subjectId""";

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
    Map<UUID, Faces> facesOf(Collection<UUID> subjects) {
        return getEntityManager()
                .createQuery(FACES, Object[].class)
                .setParameter("subjects", subjects)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> faces((Long) row[1], (String) row[2])));
    }

    private static Faces faces(long count, String portrait) {
        return new Faces(count, portrait == null ? null : UUID.fromString(portrait));
    }

    Optional<SampleImage> image(UUID sample) {
        return Optional.ofNullable(getEntityManager().find(SampleImage.class, sample));
    }
}
