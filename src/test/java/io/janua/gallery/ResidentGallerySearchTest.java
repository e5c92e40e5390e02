package io.janua.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.janua.gallery.TemplateProtection.ProtectedTemplate;
import io.janua.gallery.resident.GalleryKey;
import io.janua.gallery.resident.ResidentGalleries;
import io.janua.gallery.resident.ResidentView;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.security.Acting;
import io.janua.support.Database;
import io.janua.support.SyntheticTemplates;
import io.janua.time.Stages;
import io.janua.vision.Embedding;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import jakarta.persistence.QueryTimeoutException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same contract, of galleries that are in memory; and that what happens meanwhile is in every answer. */
@QuarkusTest
class ResidentGallerySearchTest extends StoredGallerySearchContract {

    private static final String TENANT = "default";
    private static final SyntheticTemplates FACES = SyntheticTemplates.uniform(128);

    /** Standard normal coordinates, made by the database itself. */
    private static final String CROWD = """
            WITH person AS MATERIALIZED (
                SELECT i, gen_random_uuid() AS subject, gen_random_uuid() AS sample FROM generate_series(1, ?) i
            ), subjects AS (
                INSERT INTO subject (id, tenant_id, gallery_id, external_id, attributes, status, created_at, updated_at)
                SELECT subject, 'default', ?, 'crowd-' || i, '{}', 'ACTIVE', now(), now() FROM person
            ), samples AS (
                INSERT INTO sample (id, tenant_id, gallery_id, subject_id, description, has_image, created_at)
                SELECT sample, 'default', ?, subject, '{}', false, now() FROM person
            )
            INSERT INTO template (id, tenant_id, gallery_id, subject_id, sample_id, model, secret, embedding)
            SELECT gen_random_uuid(), 'default', ?, subject, sample, ?, ?, (
                SELECT l2_normalize(array_agg(
                    sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()))::real[]::vector)::halfvec
                FROM generate_series(1, 128) WHERE i IS NOT NULL)
            FROM person""";

    @Inject
    ResidentGalleries residents;

    @Inject
    ExactScan exact;

    @Inject
    ResidentSearch resident;

    @Inject
    Event<Searched> searches;

    @Override
    GallerySearch search() {
        return new GallerySearch() {
            @Override
            public SearchResult nearest(GalleryRef gallery, Embedding probe, int limit) {
                return inMemory(gallery).nearest(gallery, probe, limit);
            }

            @Override
            public SearchResult everybody(GalleryRef gallery, Embedding probe, int limit) {
                return inMemory(gallery).everybody(gallery, probe, limit);
            }

            @Override
            public SearchResult others(GalleryRef gallery, Embedding probe, UUID except, int limit) {
                return inMemory(gallery).others(gallery, probe, except, limit);
            }

            @Override
            public OptionalDouble best(GalleryRef gallery, UUID subject, Embedding probe) {
                return search.best(gallery, subject, probe);
            }

            @Override
            public void awaitExclusiveEnrolment(GalleryRef gallery) {
                search.awaitExclusiveEnrolment(gallery);
            }
        };
    }

    @Test
    void anAnswerIsThatOfAnExactScan() {
        GalleryRef gallery = newGallery();
        crowd(gallery, 6000);
        for (int i = 0; i < 200; i++) {
            UUID subject = active(gallery, "known-" + i);
            addTemplate(gallery, subject, face(i));
            addTemplate(gallery, subject, similar(i, 0.6));
        }
        GallerySearch search = inMemory(gallery);
        for (int i = 0; i < 20; i++) {
            Embedding probe = similar(i, i < 10 ? 0.5 : 0.1);
            var found = search.nearest(gallery, probe, 10);

            assertThat(found)
                    .isEqualTo(exact.ranked(gallery, protection.forSearch(probe), new Among.Participants(), 10));
            assertThat(found.gallerySize()).isEqualTo(6200);
        }
    }

    @Test
    void whoIsEnrolledAfterwardsIsFoundAtOnce() {
        GalleryRef gallery = newGallery();
        addTemplate(gallery, active(gallery, "before"), face(1));
        GallerySearch search = inMemory(gallery);
        UUID after = active(gallery, "after");

        addTemplate(gallery, after, face(2));

        assertThat(first(search.nearest(gallery, face(2), 1))).isEqualTo("after");
        addTemplate(gallery, after, face(3));
        assertThat(first(search.nearest(gallery, face(3), 1))).isEqualTo("after");
        // And after the copy has caught up.
        await().until(() -> view(gallery).templates() == 3);
        assertThat(first(search.nearest(gallery, face(2), 1))).isEqualTo("after");
        assertThat(first(search.nearest(gallery, face(1), 1))).isEqualTo("before");
    }

    @Test
    void whoIsErasedIsNotFoundAndLeavesTheMemory() {
        GalleryRef gallery = newGallery();
        UUID gone = active(gallery, "gone");
        addTemplate(gallery, gone, face(1));
        addTemplate(gallery, active(gallery, "stays"), face(2));
        GallerySearch search = inMemory(gallery);

        // As foreign keys do it.
        Database.execute("DELETE FROM subject WHERE id = ?", gone);

        assertThat(search.nearest(gallery, face(1), 2).ranked())
                .extracting(Candidate::subject)
                .containsExactly("stays");
        await().until(() -> view(gallery).templates() == 1);
    }

    @Test
    void whoIsSuspendedAfterwardsDoesNotTakePart() {
        GalleryRef gallery = newGallery();
        UUID suspended = active(gallery, "suspended");
        addTemplate(gallery, suspended, face(1));
        addTemplate(gallery, active(gallery, "present"), face(2));
        GallerySearch search = inMemory(gallery);

        Database.execute("UPDATE subject SET status = 'SUSPENDED' WHERE id = ?", suspended);

        assertThat(first(search.nearest(gallery, face(1), 1))).isEqualTo("present");
        assertThat(first(search.everybody(gallery, face(1), 1))).isEqualTo("suspended");
    }

    @Test
    void hundredsWhoDoNotTakePartHideNobody() {
        GalleryRef gallery = newGallery();
        for (int i = 0; i < 300; i++) {
            addTemplate(
                    gallery,
                    addSubject(gallery, "suspended-" + i, SubjectStatus.SUSPENDED, null, null),
                    new Embedding(MODEL, FACES.probe(1, 0.6 + i / 1000.0)));
        }
        addTemplate(gallery, active(gallery, "present"), similar(1, 0.5));
        addTemplate(gallery, active(gallery, "other"), similar(1, 0.4));

        assertThat(inMemory(gallery).nearest(gallery, face(1), 2).ranked())
                .extracting(Candidate::subject)
                .containsExactly("present", "other");
    }

    @Test
    void templatesFromBeforeTheyWereTurnedStayInTheDatabase() {
        GalleryRef gallery = newGallery();
        UUID old = active(gallery, "old");
        addTemplate(gallery, old, face(1));
        Database.execute(
                "UPDATE template SET secret = NULL, embedding = CAST(? AS halfvec) WHERE subject_id = ?",
                Arrays.toString(face(1).values()),
                old);

        residents.searched(key(gallery), Long.MAX_VALUE);

        await().until(() -> view(gallery).state() == ResidentView.State.UNPROTECTED);
        assertThat(residents.ready(key(gallery))).isEmpty();
        Database.execute("DELETE FROM gallery WHERE id = ?", gallery.id());
    }

    @Test
    void aFewMayScanWhatIsTooLargeForItAndTheOthersComeAgain() throws Exception {
        GalleryRef gallery = newGallery();
        addTemplate(gallery, active(gallery, "old"), face(1));
        Database.execute("UPDATE template SET secret = NULL WHERE gallery_id = ?", gallery.id());
        residents.searched(key(gallery), Long.MAX_VALUE);
        var scanning = new CountDownLatch(PgVectorGallerySearch.LONG_SCANS);
        var end = new CompletableFuture<SearchResult>();
        var search = scanningBy(() -> {
            scanning.countDown();
            return end.join();
        });
        var acting = new Acting(TENANT, "contract");
        Supplier<SearchResult> nearest = () -> acting.call(() -> search.nearest(gallery, face(1), 1));
        var first = Stream.generate(() -> CompletableFuture.supplyAsync(nearest, Thread::startVirtualThread))
                .limit(PgVectorGallerySearch.LONG_SCANS)
                .toList();
        scanning.await();

        assertThatThrownBy(() -> search.nearest(gallery, face(1), 1))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.BUSY));

        end.complete(new SearchResult(0, List.of()));
        first.forEach(CompletableFuture::join);
        assertThat(search.nearest(gallery, face(1), 1).ranked()).isEmpty();
        Database.execute("DELETE FROM gallery WHERE id = ?", gallery.id());
    }

    @Test
    void aScanThatNobodyWaitsForToEndIsTheLast() {
        GalleryRef gallery = newGallery();
        addTemplate(gallery, active(gallery, "one"), face(1));
        var search = scanningBy(() -> {
            throw new QueryTimeoutException("canceling statement due to statement timeout");
        });

        assertThatThrownBy(() -> search.nearest(gallery, face(1), 1)).isInstanceOf(QueryTimeoutException.class);

        await().until(() -> residents.ready(key(gallery)).isPresent());
        assertThat(first(search.nearest(gallery, face(1), 1))).isEqualTo("one");
    }

    @Test
    void aSearchOfASmallGalleryLeavesItWhereItIs() {
        GalleryRef gallery = newGallery();
        addTemplate(gallery, active(gallery, "one"), face(1));

        search.nearest(gallery, face(1), 1);

        assertThat(residents.of(TENANT)).extracting(ResidentView::gallery).doesNotContain(gallery.id());
    }

    private GallerySearch scanningBy(Supplier<SearchResult> scan) {
        return new PgVectorGallerySearch(null, protection, new OtherScan(scan), resident, Stages.UNWATCHED, searches);
    }

    /** Vetoed, or each would be a second bean. */
    @Vetoed
    private static final class OtherScan extends ExactScan {

        private final Supplier<SearchResult> scan;

        OtherScan(Supplier<SearchResult> scan) {
            super(null);
            this.scan = scan;
        }

        @Override
        SearchResult ranked(GalleryRef gallery, List<ProtectedTemplate> probes, Among among, int limit) {
            return scan.get();
        }
    }

    private void crowd(GalleryRef gallery, int people) {
        int secret = protection.forStorage(face(0)).secret();
        Database.execute(CROWD, people, gallery.id(), gallery.id(), gallery.id(), MODEL, secret);
    }

    private GallerySearch inMemory(GalleryRef gallery) {
        residents.searched(key(gallery), Long.MAX_VALUE);
        await().until(() -> residents.ready(key(gallery)).isPresent());
        return search;
    }

    private ResidentView view(GalleryRef gallery) {
        return residents.of(TENANT).stream()
                .filter(view -> view.gallery().equals(gallery.id()))
                .findFirst()
                .orElseThrow();
    }

    private static GalleryKey key(GalleryRef gallery) {
        return new GalleryKey(TENANT, gallery.id(), gallery.model());
    }

    private UUID active(GalleryRef gallery, String id) {
        return addSubject(gallery, id, SubjectStatus.ACTIVE, null, null);
    }

    private static Embedding face(long number) {
        return new Embedding(MODEL, FACES.template(number));
    }

    private static Embedding similar(long number, double score) {
        return new Embedding(MODEL, FACES.probe(number, score));
    }

    private static String first(SearchResult found) {
        return found.ranked().getFirst().subject();
    }
}
