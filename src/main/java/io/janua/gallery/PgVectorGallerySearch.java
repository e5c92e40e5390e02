package io.janua.gallery;

import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import io.janua.gallery.TemplateProtection.ProtectedTemplate;
import io.janua.problem.Problems;
import io.janua.tenant.CurrentTenant;
import io.janua.vision.Embedding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * An exact scan in SQL, one statement each, so that a search alone needs no transaction and no round trips for it.
 * pgvector's {@code <#>} is the negative inner product: of unit vectors, minus the cosine.
 */
@ApplicationScoped
class PgVectorGallerySearch implements GallerySearch {

    private static final String TAKES_PART = """
            s.status = 'ACTIVE'
              AND (s.valid_from IS NULL OR s.valid_from <= now())
              AND (s.valid_until IS NULL OR s.valid_until > now())""";

    private static final String RANKED = """
            SELECT s.id, s.external_id, s.name, best.score, count(*) OVER () AS gallery_size
            FROM (
                SELECT t.subject_id, max(-(t.embedding <#> <probe>)) AS score
                FROM template t
                WHERE <comparable>
                GROUP BY t.subject_id
            ) best
            JOIN subject s ON s.id = best.subject_id AND s.tenant_id = :tenant
            WHERE <who>
            ORDER BY best.score DESC, s.id
            LIMIT :limit""";

    private static final String NEAREST = RANKED.replace("<who>", TAKES_PART);
    private static final String OTHERS = RANKED.replace("<who>", "s.id <> :except");

    private static final String BEST = """
            SELECT max(-(t.embedding <#> <probe>)) FROM template t WHERE <comparable> AND t.subject_id = :subject""";

    private static final String COMPARABLE =
            "t.tenant_id = :tenant AND t.gallery_id = :gallery AND t.model = :model AND (<generations>)";

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(CAST(:gallery AS text), 0))";

    private final EntityManager entities;
    private final CurrentTenant tenant;
    private final TemplateProtection protection;

    PgVectorGallerySearch(EntityManager entities, CurrentTenant tenant, TemplateProtection protection) {
        this.entities = entities;
        this.tenant = tenant;
        this.protection = protection;
    }

    @Override
    @Transactional(SUPPORTS)
    public SearchResult nearest(GalleryRef gallery, Embedding probe, int limit) {
        return ranked(query(NEAREST, Object[].class, gallery, probe).setParameter("limit", limit));
    }

    @Override
    @Transactional(SUPPORTS)
    public SearchResult others(GalleryRef gallery, Embedding probe, UUID except, int limit) {
        return ranked(query(OTHERS, Object[].class, gallery, probe)
                .setParameter("except", except)
                .setParameter("limit", limit));
    }

    @Override
    @Transactional(SUPPORTS)
    public OptionalDouble best(GalleryRef gallery, UUID subject, Embedding probe) {
        Double score = query(BEST, Double.class, gallery, probe)
                .setParameter("subject", subject)
                .getSingleResult();
        return score == null ? OptionalDouble.empty() : OptionalDouble.of(cosine(score));
    }

    @Override
    public void awaitExclusiveEnrolment(GalleryRef gallery) {
        entities.createNativeQuery(LOCK)
                .setParameter("gallery", gallery.id().toString())
                .getResultList();
    }

    private static SearchResult ranked(NativeQuery<Object[]> query) {
        List<Object[]> rows = query.getResultList();
        return new SearchResult(
                rows.isEmpty() ? 0 : ((Number) rows.getFirst()[4]).longValue(),
                rows.stream()
                        .map(row ->
                                new Candidate((UUID) row[0], (String) row[1], (String) row[2], cosine((Number) row[3])))
                        .toList());
    }

    /** Half precision may round a template to slightly more than unit length. */
    private static double cosine(Number innerProduct) {
        return Math.clamp(innerProduct.doubleValue(), -1, 1);
    }

    private <T> NativeQuery<T> query(String sql, Class<T> rowType, GalleryRef gallery, Embedding probe) {
        if (!probe.model().equals(gallery.model())) {
            throw Problems.modelMismatch(gallery.model(), probe.model());
        }
        List<ProtectedTemplate> probes = protection.forSearch(probe);
        var query = entities.unwrap(Session.class)
                .createNativeQuery(
                        sql.replace("<comparable>", COMPARABLE)
                                .replace("<generations>", eachOf(probes, " OR ", PgVectorGallerySearch::isOf))
                                .replace("<probe>", probeAmong(probes)),
                        rowType)
                .setParameter("tenant", tenant.id())
                .setParameter("gallery", gallery.id())
                .setParameter("model", gallery.model());
        for (int i = 0; i < probes.size(); i++) {
            query.setParameter("probe" + i, Arrays.toString(probes.get(i).values()));
        }
        return query;
    }

    /** The probe as the template at hand is turned. The subquery keeps its text from being parsed for every row. */
    private static String probeAmong(List<ProtectedTemplate> probes) {
        String only = "(SELECT CAST(:probe%d AS halfvec))";
        return probes.size() == 1
                ? only.formatted(0)
                : "CASE %s END".formatted(eachOf(probes, " ", (generation, index) -> "WHEN %s THEN %s"
                        .formatted(isOf(generation, index), only.formatted(index))));
    }

    /** A number of our own, in the statement itself: the planner then knows how many rows it means. */
    private static String isOf(ProtectedTemplate generation, int index) {
        return generation.secret() == TemplateProtection.NONE
                ? "t.secret IS NULL"
                : "t.secret = %d".formatted(generation.secret());
    }

    private static String eachOf(
            List<ProtectedTemplate> probes, String delimiter, BiFunction<ProtectedTemplate, Integer, String> text) {
        return IntStream.range(0, probes.size())
                .mapToObj(index -> text.apply(probes.get(index), index))
                .collect(Collectors.joining(delimiter));
    }
}
