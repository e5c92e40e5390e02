package io.janua.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.vision.Embedding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link GallerySearch} must do, run by each implementation. */
abstract class GallerySearchContract {

    static final String MODEL = "contract-model";

    /** Half precision keeps eleven bits of each of the dimensions. */
    private static final double HALF_PRECISION = 1e-3;

    private static final int DIMENSIONS = 128;

    private final Random random = new Random(42);

    abstract GallerySearch search();

    /** An empty gallery, bound to {@link #MODEL}. */
    abstract GalleryRef newGallery();

    abstract UUID addSubject(
            GalleryRef gallery, String id, SubjectStatus status, Instant validFrom, Instant validUntil);

    abstract void addTemplate(GalleryRef gallery, UUID subject, Embedding embedding);

    @Test
    void nearest_ranksSubjectsAsAnExactScanDoes() {
        GalleryRef gallery = newGallery();
        Embedding probe = randomEmbedding();
        List<Candidate> expected = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String id = "s" + i;
            UUID subject = active(gallery, id);
            double best = -1;
            for (int j = 0; j <= i % 3; j++) {
                Embedding template = randomEmbedding();
                addTemplate(gallery, subject, template);
                best = Math.max(best, probe.similarity(template));
            }
            expected.add(new Candidate(subject, id, null, best));
        }
        expected.sort(Comparator.comparingDouble(Candidate::score).reversed());

        SearchResult found = search().nearest(gallery, probe, 20);

        assertThat(found.gallerySize()).isEqualTo(60);
        assertThat(found.ranked()).hasSize(20);
        for (int i = 0; i < 20; i++) {
            assertThat(found.ranked().get(i).score()).isCloseTo(expected.get(i).score(), within(HALF_PRECISION));
        }
        assertThat(found.ranked().getFirst().subject())
                .isEqualTo(expected.getFirst().subject());
        assertThat(found.ranked().stream().map(Candidate::id)).doesNotHaveDuplicates();
    }

    @Test
    void nearest_looksOnlyAtWhoTakesPartNow() {
        GalleryRef gallery = newGallery();
        Embedding probe = randomEmbedding();
        Instant now = Instant.now();
        UUID present = active(gallery, "present");
        addTemplate(gallery, addSubject(gallery, "suspended", SubjectStatus.SUSPENDED, null, null), probe);
        addTemplate(gallery, addSubject(gallery, "future", SubjectStatus.ACTIVE, now.plusSeconds(60), null), probe);
        addTemplate(gallery, addSubject(gallery, "past", SubjectStatus.ACTIVE, null, now.minusSeconds(60)), probe);
        addTemplate(gallery, present, randomEmbedding());

        SearchResult found = search().nearest(gallery, probe, 1);

        // Fewer than asked for only when there are no more: the three better ones must not push this one out.
        assertThat(found.ranked()).extracting(Candidate::subject).containsExactly("present");
        assertThat(found.gallerySize()).isEqualTo(1);
    }

    @Test
    void others_areEverybodyButOne() {
        GalleryRef gallery = newGallery();
        Embedding probe = randomEmbedding();
        UUID self = active(gallery, "self");
        addTemplate(gallery, self, probe);
        addTemplate(gallery, addSubject(gallery, "suspended", SubjectStatus.SUSPENDED, null, null), probe);

        SearchResult found = search().others(gallery, probe, self, 5);

        assertThat(found.ranked()).extracting(Candidate::subject).containsExactly("suspended");
        assertThat(found.gallerySize()).isEqualTo(1);
    }

    @Test
    void everybody_isAlsoWhoDoesNotTakePart() {
        GalleryRef gallery = newGallery();
        Embedding probe = randomEmbedding();
        addTemplate(gallery, active(gallery, "present"), randomEmbedding());
        addTemplate(gallery, addSubject(gallery, "suspended", SubjectStatus.SUSPENDED, null, null), probe);

        SearchResult found = search().everybody(gallery, probe, 5);

        assertThat(found.ranked()).extracting(Candidate::subject).containsExactly("suspended", "present");
        assertThat(found.gallerySize()).isEqualTo(2);
    }

    @Test
    void nearest_staysInItsGalleryAndModel() {
        GalleryRef gallery = newGallery();
        GalleryRef other = newGallery();
        Embedding probe = randomEmbedding();
        addTemplate(other, active(other, "elsewhere"), probe);
        addTemplate(gallery, active(gallery, "older"), new Embedding("older-model", probe.values()));

        SearchResult found = search().nearest(gallery, probe, 5);

        assertThat(found.ranked()).isEmpty();
        assertThat(found.gallerySize()).isZero();
    }

    @Test
    void best_isTheHighestOfTheSubjectsScores() {
        GalleryRef gallery = newGallery();
        Embedding probe = randomEmbedding();
        UUID subject = active(gallery, "one");
        addTemplate(gallery, subject, randomEmbedding());
        addTemplate(gallery, subject, probe);
        addTemplate(gallery, active(gallery, "two"), probe);

        assertThat(search().best(gallery, subject, probe).orElseThrow()).isCloseTo(1, within(HALF_PRECISION));
        assertThat(search().best(gallery, active(gallery, "none"), probe)).isEmpty();
    }

    @Test
    void probesOfAnotherModelAreRefused() {
        GalleryRef gallery = newGallery();
        Embedding foreign = new Embedding("another-model", randomEmbedding().values());

        assertThatThrownBy(() -> search().nearest(gallery, foreign, 1))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.MODEL_MISMATCH));
        assertThatThrownBy(() -> search().best(gallery, UUID.randomUUID(), foreign))
                .isInstanceOf(Problem.class);
    }

    private UUID active(GalleryRef gallery, String id) {
        return addSubject(gallery, id, SubjectStatus.ACTIVE, null, null);
    }

    private Embedding randomEmbedding() {
        float[] values = new float[DIMENSIONS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Embedding.normalised(MODEL, values);
    }
}
