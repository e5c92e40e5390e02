package io.janua.gallery;

import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import io.janua.gallery.TemplateProtection.ProtectedTemplate;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.Problems;
import io.janua.time.Stage;
import io.janua.time.Stages;
import io.janua.vision.Embedding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Templates in PostgreSQL: small galleries are scanned there, of large ones a copy in memory says where to look. */
@ApplicationScoped
class PgVectorGallerySearch implements GallerySearch {

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(CAST(:gallery AS text), 0))";

    /** Half of the connections that all searches share: of ten million people a scan takes seconds. */
    static final int LONG_SCANS = 8;

    private final Semaphore longScans = new Semaphore(LONG_SCANS);
    private final EntityManager entities;
    private final TemplateProtection protection;
    private final ExactScan exact;
    private final ResidentSearch resident;
    private final Stages stages;
    private final Event<Searched> searches;

    PgVectorGallerySearch(
            EntityManager entities,
            TemplateProtection protection,
            ExactScan exact,
            ResidentSearch resident,
            Stages stages,
            Event<Searched> searches) {
        this.entities = entities;
        this.protection = protection;
        this.exact = exact;
        this.resident = resident;
        this.stages = stages;
        this.searches = searches;
    }

    @Override
    @Transactional(SUPPORTS)
    public SearchResult nearest(GalleryRef gallery, Embedding probe, int limit) {
        return ranked(gallery, probe, new Among.Participants(), limit);
    }

    @Override
    @Transactional(SUPPORTS)
    public SearchResult everybody(GalleryRef gallery, Embedding probe, int limit) {
        return ranked(gallery, probe, new Among.Everybody(), limit);
    }

    @Override
    @Transactional(SUPPORTS)
    public SearchResult others(GalleryRef gallery, Embedding probe, UUID except, int limit) {
        return ranked(gallery, probe, new Among.Others(except), limit);
    }

    @Override
    @Transactional(SUPPORTS)
    public OptionalDouble best(GalleryRef gallery, UUID subject, Embedding probe) {
        List<ProtectedTemplate> probes = turned(gallery, probe);
        return stages.watch(Stage.SEARCH, () -> exact.best(gallery, probes, subject));
    }

    @Override
    public void awaitExclusiveEnrolment(GalleryRef gallery) {
        entities.createNativeQuery(LOCK)
                .setParameter("gallery", gallery.id().toString())
                .getResultList();
    }

    private SearchResult ranked(GalleryRef gallery, Embedding probe, Among among, int limit) {
        List<ProtectedTemplate> probes = turned(gallery, probe);
        return stages.watch(Stage.SEARCH, () -> ranked(gallery, probes, among, limit));
    }

    private SearchResult ranked(GalleryRef gallery, List<ProtectedTemplate> probes, Among among, int limit) {
        boolean copied = resident.isReady(gallery);
        Optional<SearchResult> nearby = resident.ranked(gallery, probes, among, limit);
        if (nearby.isPresent()) {
            searches.fire(new Searched(Searched.Way.COPY));
            return nearby.get();
        }
        searches.fire(new Searched(copied ? Searched.Way.FALLBACK : Searched.Way.SCAN));
        return resident.isLarge(gallery)
                ? oneOfFew(() -> scanned(gallery, probes, among, limit))
                : scanned(gallery, probes, among, limit);
    }

    private SearchResult oneOfFew(Supplier<SearchResult> longScan) {
        if (!longScans.tryAcquire()) {
            throw new Problem(
                    ProblemCode.BUSY,
                    "The gallery is not in memory, and %d requests search such galleries in the database already."
                            .formatted(LONG_SCANS),
                    null,
                    "Try again after the seconds in Retry-After. GET /v1/system shows how far it has been read.");
        }
        try {
            return longScan.get();
        } finally {
            longScans.release();
        }
    }

    private SearchResult scanned(GalleryRef gallery, List<ProtectedTemplate> probes, Among among, int limit) {
        // Until it is known: a gallery may be so large that nobody waits for the end of a scan.
        long size = Long.MAX_VALUE;
        try {
            SearchResult found = exact.ranked(gallery, probes, among, limit);
            size = found.gallerySize();
            return found;
        } finally {
            resident.missed(gallery, size);
        }
    }

    private List<ProtectedTemplate> turned(GalleryRef gallery, Embedding probe) {
        if (!probe.model().equals(gallery.model())) {
            throw Problems.modelMismatch(gallery.model(), probe.model());
        }
        return protection.forSearch(probe);
    }
}
