package io.janua.training.embedder;

import static org.assertj.core.api.Assertions.assertThat;

import io.janua.training.data.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LessonsTest {

    private static final int EPOCHS = 40;
    private static final int FACES = 4;
    private static final int BATCH = 2;

    private final List<Picture> asked = new ArrayList<>();

    @Test
    void theSameNumberIsTheSameBatch() {
        Lessons.Batch one = lessons().make(5);
        Lessons.Batch other = lessons().make(5);
        assertThat(other.input()).containsExactly(one.input());
        assertThat(other.target()).containsExactly(one.target());
        assertThat(lessons().make(4).input()).isNotEqualTo(one.input());
    }

    @Test
    void eachEpochShowsOtherViewsOfTheSameFaces() {
        Lessons lessons = lessons();
        Set<Float> seen = new HashSet<>();
        for (long number = 0; number < EPOCHS * lessons.batchesInEpoch(); number++) {
            lessons.make(number);
        }
        asked.forEach(view -> seen.add(first(view)));
        assertThat(asked).hasSize(EPOCHS * FACES);
        assertThat(seen).hasSizeGreaterThan(EPOCHS * FACES * 2 / 3);
    }

    @Test
    void whatTheTeacherSaysOfAViewStandsWhereTheViewDoes() {
        Lessons.Batch batch = lessons().make(0);
        for (int i = 0; i < BATCH; i++) {
            float told = first(asked.get(i));
            assertThat(batch.target()[i * EmbedderNet.DIMENSIONS]).isEqualTo(told);
            for (int hint = 0; hint < batch.hints().size(); hint++) {
                int size = EmbedderNet.HINTS.get(hint).size();
                assertThat(batch.hints().get(hint)).hasSize(BATCH * size);
                assertThat(batch.hints().get(hint)[i * size + hint]).isEqualTo(told);
            }
        }
    }

    private Lessons lessons() {
        List<Picture> faces = new ArrayList<>();
        for (int i = 0; i < FACES; i++) {
            var face = new Picture(Lessons.SIDE, Lessons.SIDE);
            new SplittableRandom(i).nextBytes(face.rgb());
            faces.add(face);
        }
        return new Lessons(faces, this::answer, BATCH, 1);
    }

    private Teacher.Answer answer(Picture face) {
        asked.add(face.copy());
        float[] embedding = new float[EmbedderNet.DIMENSIONS];
        embedding[0] = first(face);
        List<float[]> hints = new ArrayList<>();
        for (int hint = 0; hint < EmbedderNet.HINTS.size(); hint++) {
            float[] within = new float[EmbedderNet.HINTS.get(hint).size()];
            within[hint] = first(face);
            hints.add(within);
        }
        return new Teacher.Answer(embedding, hints);
    }

    /** Tells one view from another. */
    private static float first(Picture face) {
        return Arrays.hashCode(face.rgb());
    }
}
