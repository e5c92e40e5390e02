package io.janua.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.janua.vision.model.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorCurveTest {

    /** Non-mated scores 0.000, 0.001 … 0.999; mated ones 0.5005 to 0.9995 in 500 steps. */
    private final ErrorCurve curve = new ErrorCurve(scores(0.5005, 500), scores(0, 1000));

    @ParameterizedTest
    @CsvSource({"0.1, 0.8991, 0.8", "0.01, 0.9891, 0.98", "0.5, 0.4991, 0", "1, -1, 0"})
    void thresholdFor_isTheLowestThatLetsNoMoreThrough(double fmr, double lowest, double fnmr) {
        double threshold = curve.thresholdFor(fmr);

        assertThat(threshold).isEqualTo(lowest);
        assertThat(curve.fmrAt(threshold).value()).isLessThanOrEqualTo(fmr);
        assertThat(curve.fnmrAt(threshold).value()).isCloseTo(fnmr, within(0.0021));
    }

    @Test
    void aScoreAtTheThreshold_reachesIt() {
        assertThat(curve.fmrAt(0.9).count()).isEqualTo(100);
        assertThat(curve.fmrAt(0.9001).count()).isEqualTo(99);
        assertThat(curve.tarAt(0.5005).count()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({"0.01, true", "0.0099, false", "0.001, false"})
    void aRateIsSupported_byTenErrors(double fmr, boolean supported) {
        assertThat(curve.supports(fmr)).isEqualTo(supported);
    }

    /** At 0.6667 a third of either is wrong. */
    @Test
    void equalErrorRate_isWhereBothMeet() {
        assertThat(curve.equalErrorRate()).isCloseTo(1 / 3.0, within(0.002));
    }

    @Test
    void points_fallAndRiseWithTheThreshold() {
        assertThat(curve.points().getFirst())
                .returns(1.0, ErrorCurve.Point::fmr)
                .returns(0.0, ErrorCurve.Point::fnmr);
        assertThat(curve.points().getLast()).returns(0.0, ErrorCurve.Point::fmr).returns(1.0, ErrorCurve.Point::fnmr);
        assertThat(curve.points()).isSortedAccordingTo((one, other) -> Double.compare(other.fmr(), one.fmr()));
    }

    @Test
    void confusionAt_countsEveryPairOnce() {
        Confusion confusion = curve.confusionAt(0.9);

        assertThat(confusion).isEqualTo(new Confusion(100, 100, 400, 900));
        assertThat(confusion.precision().value()).isEqualTo(0.5);
        assertThat(confusion.recall().value()).isEqualTo(0.2);
        assertThat(confusion.f1()).isCloseTo(2 * 0.5 * 0.2 / 0.7, within(1e-12));
        assertThat(confusion.accuracy()).isEqualTo(new Rate(1000, 1500));
    }

    @Test
    void withoutPairsOfAKind_nothingIsClaimed() {
        var oneEach = new ErrorCurve(new ScoreHistogram(), scores(0, 1000));

        assertThat(oneEach.equalErrorRate()).isNaN();
        assertThat(Shown.percent(oneEach.equalErrorRate())).isEqualTo("–");
        assertThat(oneEach.points()).isEmpty();
        assertThat(oneEach.fnmrAt(0.5).value()).isNaN();
        assertThat(oneEach.confusionAt(1).f1()).isNaN();
    }

    /** In steps of a thousandth. */
    private static ScoreHistogram scores(double from, int count) {
        var histogram = new ScoreHistogram();
        for (int i = 0; i < count; i++) {
            histogram.add(from + i / 1000.0);
        }
        return histogram;
    }
}
