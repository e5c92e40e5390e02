package io.janua.gallery;

import io.janua.gallery.TemplateProtection.ProtectedTemplate;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Statements that score a gallery's templates. pgvector's {@code <#>} is the negative inner product: of unit vectors,
 * minus the cosine. In such a statement {@code <comparable>} stands for the condition that a template {@code t} compares
 * with the probe, and {@code <probe>} for the probe.
 */
@ApplicationScoped
class TemplateQueries {

    private static final String COMPARABLE =
            "t.tenant_id = :tenant AND t.gallery_id = :gallery AND t.model = :model AND (<generations>)";

    private final EntityManager entities;
    private final CurrentTenant tenant;

    TemplateQueries(EntityManager entities, CurrentTenant tenant) {
        this.entities = entities;
        this.tenant = tenant;
    }

    /** @param probes the probe as it is turned for each generation of templates */
    <T> NativeQuery<T> query(String sql, Class<T> rowType, GalleryRef gallery, List<ProtectedTemplate> probes) {
        var query = entities.unwrap(Session.class)
                .createNativeQuery(
                        sql.replace("<comparable>", COMPARABLE)
                                .replace("<generations>", eachOf(probes, " OR ", TemplateQueries::isOf))
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

    /** Half precision may round a template to slightly more than unit length. */
    static double cosine(Number innerProduct) {
        return Math.clamp(innerProduct.doubleValue(), -1, 1);
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
