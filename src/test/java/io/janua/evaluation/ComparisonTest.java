package io.janua.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {

    private static final Progress UNSEEN = new Progress(new PrintStream(OutputStream.nullOutputStream()), false);

    @Test
    void everyTwo_areComparedOnce() {
        var templates = TestingFaces.templates(List.of(0, 0, 1), TestingFaces.at(0, 30, 90));

        Comparison comparison = Comparison.ofAll(templates, 1, UNSEEN);

        assertThat(comparison.mated().coarse().count()).isEqualTo(1);
        assertThat(comparison.mated().coarse().mean()).isCloseTo(Math.cos(Math.toRadians(30)), within(5e-5));
        assertThat(comparison.nonMated().coarse().count()).isEqualTo(2);
        assertThat(comparison.worstNonMated().list(10, 9).getFirst())
                .returns(1, ScoredPair::one)
                .returns(2, ScoredPair::other);
    }

    @Test
    void aPhotographWithoutAFace_isComparedWithNothing() {
        List<Sample> samples = List.of(TestingFaces.at(0), new Sample.NotAcquired(), new Sample.Unusable("broken"));

        Comparison comparison = Comparison.ofAll(TestingFaces.templates(List.of(0, 0, 0), samples), 2, UNSEEN);

        assertThat(comparison.mated().coarse().count()).isZero();
        assertThat(comparison.nonMated().coarse().count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void threads_changeNothing(int threads) {
        var random = new Random(7);
        List<Integer> people = IntStream.range(0, 300).mapToObj(i -> i / 3).toList();
        List<Sample> samples = new ArrayList<>();
        people.forEach(_ -> samples.add(TestingFaces.at(360 * random.nextDouble())));
        var templates = TestingFaces.templates(people, samples);

        Comparison alone = Comparison.ofAll(templates, 1, UNSEEN);
        Comparison together = Comparison.ofAll(templates, threads, UNSEEN);

        assertThat(together.mated().coarse().count()).isEqualTo(300);
        assertThat(together.nonMated().coarse().count()).isEqualTo(300 * 299 / 2 - 300);
        assertThat(together.nonMated().reaching()).isEqualTo(alone.nonMated().reaching());
        assertThat(together.mated().reaching()).isEqualTo(alone.mated().reaching());
        assertThat(together.worstMated().list(12, 2))
                .isEqualTo(alone.worstMated().list(12, 2));
        assertThat(together.worstNonMated().list(12, 2))
                .isEqualTo(alone.worstNonMated().list(12, 2));
    }

    @Test
    void theWorst_showNoPhotographTooOften() {
        Worst worst = Worst.ofMated();
        for (int other = 1; other < 1000; other++) {
            worst.add(0, other, other / 1000.0);
        }
        worst.add(2001, 2002, 0.0995);

        assertThat(worst.list(12, 2))
                .containsExactly(
                        new ScoredPair(0, 1, 0.001), new ScoredPair(0, 2, 0.002), new ScoredPair(2001, 2002, 0.0995));
    }
}
