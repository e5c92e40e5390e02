package io.janua.training.embedder;

import static org.assertj.core.api.Assertions.assertThat;

import io.janua.training.data.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LessonsTest {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void theSameNumberIsTheSameBatch() {
        Lessons.Batch one = lessons().make(5);
        Lessons.Batch other = lessons().make(5);
        assertThat(other.input()).containsExactly(one.input());
        assertThat(other.target()).containsExactly(one.target());
        assertThat(lessons().make(4).input()).isNotEqualTo(one.input());
    }

    @Test
    void theTeacherIsAskedOnceForEachView() {
        Lessons lessons = lessons();
        long batches = 3 * Lessons.VIEWS * lessons.batchesInEpoch();
        for (long number = 0; number < batches; number++) {
            lessons.make(number);
        }
        assertThat(asked).hasValue(4 * Lessons.VIEWS);
    }

    private Lessons lessons() {
        List<Picture> faces = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            var face = new Picture(Lessons.SIDE, Lessons.SIDE);
            new SplittableRandom(i).nextBytes(face.rgb());
            faces.add(face);
        }
        return new Lessons(faces, this::answer, 2, 1);
    }

    private float[] answer(Picture face) {
        asked.incrementAndGet();
        float[] answer = new float[EmbedderNet.DIMENSIONS];
        answer[0] = face.rgb()[Lessons.SIDE * 50];
        return answer;
    }
}
