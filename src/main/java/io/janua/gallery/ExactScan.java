package io.janua.gallery;

import io.janua.gallery.TemplateProtection.ProtectedTemplate;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;

/** Scores all of a gallery in SQL, one statement each, so that a search needs no transaction and no round trips for it. */
@ApplicationScoped
class ExactScan {

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

    private static final String BEST = """
            SELECT max(-(t.embedding <#> <probe>)) FROM template t WHERE <comparable> AND t.subject_id = :subject""";

    private final TemplateQueries queries;

    ExactScan(TemplateQueries queries) {
        this.queries = queries;
    }

    SearchResult ranked(GalleryRef gallery, List<ProtectedTemplate> probes, Among among, int limit) {
        var query = queries.query(RANKED.replace("<who>", among.condition()), Object[].class, gallery, probes)
                .setParameter("limit", limit);
        among.bind(query);
        List<Object[]> rows = query.getResultList();
        return new SearchResult(
                rows.isEmpty() ? 0 : ((Number) rows.getFirst()[4]).longValue(),
                rows.stream().map(Candidate::from).toList());
    }

    OptionalDouble best(GalleryRef gallery, List<ProtectedTemplate> probes, UUID subject) {
        Double score = queries.query(BEST, Double.class, gallery, probes)
                .setParameter("subject", subject)
                .getSingleResult();
        return score == null ? OptionalDouble.empty() : OptionalDouble.of(TemplateQueries.cosine(score));
    }
}
