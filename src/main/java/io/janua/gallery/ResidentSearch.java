package io.janua.gallery;

import io.janua.gallery.TemplateProtection.ProtectedTemplate;
import io.janua.gallery.resident.GalleryCopy;
import io.janua.gallery.resident.GalleryKey;
import io.janua.gallery.resident.ResidentGalleries;
import io.janua.gallery.resident.Snapshot;
import io.janua.tenant.CurrentTenant;
import io.janua.vector.Proposals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Searches a gallery that is in memory. The copy there proposes who may be among the best; the database scores these and
 * everybody whose templates the copy cannot have seen, and says who takes part. So an answer never shows anybody who is
 * erased or suspended, nor misses somebody who was just enrolled, whatever is in the copy.
 */
@ApplicationScoped
class ResidentSearch {

    /** When so many of the best do not take part, the whole gallery is scored in the database. */
    private static final int MOST_WANTED = 2000;

    private static final int FACTOR = 4;

    /** All of them in one array, so that shards are asked at the same time, each once. */
    private static final String CONFIRMED = """
            SELECT s.id, s.external_id, s.name, best.score
            FROM (
                SELECT t.subject_id, max(-(t.embedding <#> <probe>)) AS score FROM template t
                WHERE <comparable> AND t.subject_id = ANY (ARRAY(
                    SELECT unnest(CAST(:proposed AS uuid[]))
                    UNION
                    SELECT c.subject_id FROM template_change c
                    WHERE c.tenant_id = :tenant AND c.gallery_id = :gallery
                      AND c.transaction >= pg_snapshot_xmin(CAST(:snapshot AS pg_snapshot))
                      AND c.transaction < pg_snapshot_xmax(pg_current_snapshot())
                      AND NOT pg_visible_in_snapshot(c.transaction, CAST(:snapshot AS pg_snapshot))))
                GROUP BY t.subject_id
            ) best
            JOIN subject s ON s.id = best.subject_id AND s.tenant_id = :tenant AND s.gallery_id = :gallery
            WHERE <who>
              AND <server> = :server
            ORDER BY best.score DESC, s.id
            LIMIT :limit""".replace("<server>", Snapshot.SERVER);

    private final ResidentGalleries galleries;
    private final TemplateQueries queries;
    private final CurrentTenant tenant;

    ResidentSearch(ResidentGalleries galleries, TemplateQueries queries, CurrentTenant tenant) {
        this.galleries = galleries;
        this.queries = queries;
        this.tenant = tenant;
    }

    /** @return empty when the gallery is not in memory, or the copy there is of no help */
    Optional<SearchResult> ranked(GalleryRef gallery, List<ProtectedTemplate> probes, Among among, int limit) {
        return galleries.ready(key(gallery)).flatMap(copy -> ranked(copy, gallery, probes, among, limit));
    }

    /** Whether there is a copy that may be of help. */
    boolean isReady(GalleryRef gallery) {
        return galleries.ready(key(gallery)).isPresent();
    }

    /** Whether it is too large to be searched in the database for long: a copy is there, or on its way, or wanted. */
    boolean isLarge(GalleryRef gallery) {
        return galleries.isKnown(key(gallery));
    }

    /** Somebody had to search it in the database. */
    void missed(GalleryRef gallery, long size) {
        galleries.searched(key(gallery), size);
    }

    private Optional<SearchResult> ranked(
            GalleryCopy copy, GalleryRef gallery, List<ProtectedTemplate> probes, Among among, int limit) {
        // Before the search: what changes meanwhile is scored twice rather than not at all.
        Snapshot snapshot = copy.snapshot();
        Map<Integer, float[]> turned =
                probes.stream().collect(Collectors.toMap(ProtectedTemplate::secret, ProtectedTemplate::values));
        for (int wanted = among.leavesOut() + limit; wanted <= MOST_WANTED; wanted *= FACTOR) {
            Optional<Proposals> proposals = copy.nearest(turned, wanted);
            if (proposals.isEmpty()) {
                return Optional.empty();
            }
            List<Candidate> found = confirmed(
                    gallery, probes, among, limit, snapshot, proposals.get().owners());
            double floor = proposals.get().floor();
            // Nobody at all is what another server than the copy's would answer, too.
            boolean certain = !found.isEmpty()
                    && (floor == Double.NEGATIVE_INFINITY
                            || found.size() == limit && found.getLast().score() >= floor);
            if (certain) {
                return Optional.of(new SearchResult(size(copy.counts(), among), found));
            }
        }
        return Optional.empty();
    }

    private List<Candidate> confirmed(
            GalleryRef gallery,
            List<ProtectedTemplate> probes,
            Among among,
            int limit,
            Snapshot snapshot,
            List<UUID> proposed) {
        var query = queries.query(CONFIRMED.replace("<who>", among.condition()), Object[].class, gallery, probes)
                .setParameter(
                        "proposed", proposed.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .setParameter("snapshot", snapshot.transactions())
                .setParameter("server", snapshot.server())
                .setParameter("limit", limit);
        among.bind(query);
        return query.getResultList().stream().map(Candidate::from).toList();
    }

    private static long size(GalleryCopy.Counts counts, Among among) {
        return switch (among) {
            case Among.Participants() -> counts.active();
            case Among.Everybody() -> counts.subjects();
            case Among.Others(UUID _) -> Math.max(0, counts.subjects() - 1);
        };
    }

    private GalleryKey key(GalleryRef gallery) {
        return new GalleryKey(tenant.id(), gallery.id(), gallery.model());
    }
}
