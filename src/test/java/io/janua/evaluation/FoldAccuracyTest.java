package io.janua.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.janua.evaluation.FoldAccuracy.Decided;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldAccuracyTest {

    /** Mated and non-mated scores, and the middle of the best place between them. */
    @ParameterizedTest
    @CsvSource({
        "0.6 0.8, 0.1 0.2, 0.4, 1",
        "0.6 0.3, 0.1 0.4, 0.2, 0.75",
        "0.5, 0.5, -1, 0.5",
        "0.1, 0.9, -1, 0.5",
    })
    void bestThreshold_decidesTheMostPairsRight(String mated, String nonMated, double threshold, double accuracy) {
        List<Decided> pairs =
                Stream.concat(pairs(mated, true), pairs(nonMated, false)).toList();

        double best = FoldAccuracy.bestThreshold(pairs);

        assertThat(best).isCloseTo(threshold, within(1e-9));
        assertThat(FoldAccuracy.accuracy(pairs, best)).isEqualTo(accuracy);
    }

    @Test
    void aPairWithoutAFace_isRefusedAtEveryThreshold() {
        var missing = new Decided(0, true, Double.NEGATIVE_INFINITY);
        var stranger = new Decided(0, false, Double.NEGATIVE_INFINITY);

        assertThat(FoldAccuracy.accuracy(List.of(missing, stranger), -1)).isEqualTo(0.5);
        assertThat(FoldAccuracy.bestThreshold(List.of(missing, stranger))).isEqualTo(-1);
    }

    /** At -1, the three refused ones would count as right, and outweigh that the others are all told apart at 0.5. */
    @Test
    void whatIsRefusedAtEveryThreshold_choosesNone() {
        var missing = new Decided(0, true, Double.NEGATIVE_INFINITY);
        var pairs = List.of(
                missing,
                missing,
                missing,
                new Decided(0, false, 0.1),
                new Decided(0, false, 0.2),
                new Decided(0, true, 0.8));

        assertThat(FoldAccuracy.bestThreshold(pairs)).isCloseTo(0.5, within(1e-9));
    }

    /** Of accuracies 0.9 and 1: mean 0.95, deviation 0.0707, divided by the root of two. */
    @Test
    void standardError_isTheDeviationOfTheMean() {
        var folds = new FoldAccuracy(List.of(0.9, 1.0));

        assertThat(folds.mean()).isCloseTo(0.95, within(1e-12));
        assertThat(folds.standardError()).isCloseTo(0.05, within(1e-12));
        assertThat(folds.interval().high()).isEqualTo(1);
    }

    /** Worked by hand: the squares add up to 0.002; t(9) = 2.262. */
    @Test
    void interval_isStudents() {
        var folds = new FoldAccuracy(List.of(0.97, 0.99, 0.98, 0.96, 1.0, 0.98, 0.97, 0.99, 0.96, 1.0));

        assertThat(folds.mean()).isCloseTo(0.98, within(1e-12));
        assertThat(folds.standardError()).isCloseTo(0.0047140, within(1e-7));
        assertThat(folds.interval().low()).isCloseTo(0.98 - 2.262 * 0.0047140, within(1e-6));
    }

    /** Each fold alone would be decided right. */
    @Test
    void aFold_isDecidedWithTheThresholdOfTheOthers() {
        var accuracy = FoldAccuracy.of(List.of(
                new Decided(0, true, 0.3),
                new Decided(0, false, 0.2),
                new Decided(1, true, 0.9),
                new Decided(1, false, 0.5)));

        assertThat(accuracy.folds()).containsExactly(0.5, 0.5);
    }

    @Test
    void oneFold_hasNoOthers() {
        assertThatThrownBy(() -> FoldAccuracy.of(List.of(new Decided(0, true, 0.3))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Stream<Decided> pairs(String scores, boolean mated) {
        return Arrays.stream(scores.split(" ")).map(score -> new Decided(0, mated, Double.parseDouble(score)));
    }
}
