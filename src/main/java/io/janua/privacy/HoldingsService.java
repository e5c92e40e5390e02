package io.janua.privacy;

import io.janua.gallery.Galleries;
import io.janua.gallery.GalleryRef;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Counts what is held: one query for each kind of row, however many galleries there are. */
@ApplicationScoped
class HoldingsService {

    private static final Duration SOON = Duration.ofDays(30);

    private static final String SUBJECTS = """
            SELECT s.gallery_id, count(*), count(c.subject_id), min(s.last_used_at),
                count(*) FILTER (WHERE s.last_used_at <= g.last_use_of_due)
            FROM unnest(:galleries, :lastUsesOfDue) AS g (id, last_use_of_due)
            JOIN subject s ON s.tenant_id = :tenant AND s.gallery_id = g.id
            LEFT JOIN (
                SELECT DISTINCT subject_id FROM consent WHERE tenant_id = :tenant AND withdrawn_at IS NULL
            ) c ON c.subject_id = s.id
            GROUP BY s.gallery_id""";

    private static final String FACES = """
            SELECT gallery_id, count(*), count(*) FILTER (WHERE has_image) FROM sample
            WHERE tenant_id = :tenant AND gallery_id = ANY (:galleries) GROUP BY gallery_id""";

    private static final String TEMPLATES = """
            SELECT gallery_id, model, count(*) FROM template
            WHERE tenant_id = :tenant AND gallery_id = ANY (:galleries) GROUP BY gallery_id, model""";

    private final Galleries galleries;
    private final ImportHoldings imports;
    private final AccessHoldings access;
    private final EntityManager entities;
    private final CurrentTenant tenant;

    HoldingsService(
            Galleries galleries,
            ImportHoldings imports,
            AccessHoldings access,
            EntityManager entities,
            CurrentTenant tenant) {
        this.galleries = galleries;
        this.imports = imports;
        this.access = access;
        this.entities = entities;
        this.tenant = tenant;
    }

    private record People(long count, long withConsent, Instant oldestLastUse, long dueSoon) {

        static final People NONE = new People(0, 0, null, 0);

        static People of(Object[] row) {
            return new People(number(row[1]), number(row[2]), (Instant) row[3], number(row[4]));
        }
    }

    private record Faces(long count, long pictures) {

        static final Faces NONE = new Faces(0, 0);

        static Faces of(Object[] row) {
            return new Faces(number(row[1]), number(row[2]));
        }
    }

    /** Of the galleries that the caller may use. */
    @Transactional
    Holdings report() {
        Instant now = Instant.now();
        List<GalleryRef> permitted = galleries.all();
        var people = people(permitted, now.plus(SOON));
        var faces = byGallery(query(FACES, permitted), Faces::of);
        var templates = templates(permitted);
        var ids = permitted.stream().map(GalleryRef::id).toList();
        var importPictures = imports.pictures(ids);
        var credentials = access.credentials(ids);
        var held = permitted.stream()
                .map(gallery -> held(
                        gallery,
                        people.getOrDefault(gallery.id(), People.NONE),
                        faces.getOrDefault(gallery.id(), Faces.NONE),
                        importPictures.getOrDefault(gallery.id(), 0L),
                        credentials.getOrDefault(gallery.id(), 0L),
                        templates.getOrDefault(gallery.id(), Map.of())))
                .toList();
        return new Holdings(now, held, Holdings.Totals.of(held));
    }

    private static Holdings.InGallery held(
            GalleryRef gallery,
            People people,
            Faces faces,
            long importPictures,
            long credentials,
            Map<String, Long> templates) {
        return new Holdings.InGallery(
                gallery.name(),
                gallery.policy().purpose(),
                gallery.policy().consent(),
                gallery.policy().retentionDays(),
                people.count(),
                people.withConsent(),
                people.count() - people.withConsent(),
                faces.count(),
                faces.pictures(),
                importPictures,
                credentials,
                templates,
                people.oldestLastUse(),
                people.dueSoon());
    }

    private Map<UUID, People> people(List<GalleryRef> permitted, Instant soon) {
        Instant[] lastUsesOfDue = permitted.stream()
                .map(gallery -> new RetentionClock(gallery.policy().retentionDays()).lastUseOfDue(soon))
                .toArray(Instant[]::new);
        return byGallery(query(SUBJECTS, permitted).setParameter("lastUsesOfDue", lastUsesOfDue), People::of);
    }

    private Map<UUID, Map<String, Long>> templates(List<GalleryRef> permitted) {
        return query(TEMPLATES, permitted)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0], Collectors.toMap(row -> (String) row[1], row -> number(row[2]))));
    }

    private NativeQuery<Object[]> query(String sql, List<GalleryRef> permitted) {
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, Object[].class)
                .setParameter("tenant", tenant.id())
                .setParameter(
                        "galleries", permitted.stream().map(GalleryRef::id).toArray(UUID[]::new));
    }

    private static <T> Map<UUID, T> byGallery(NativeQuery<Object[]> query, Function<Object[], T> read) {
        return query.getResultStream().collect(Collectors.toMap(row -> (UUID) row[0], read));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
