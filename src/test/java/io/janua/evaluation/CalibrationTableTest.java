package io.janua.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.janua.vision.model.Calibration;
import io.janua.vision.model.Calibration.OperatingPoint;
import org.junit.jupiter.api.Test;

class CalibrationTableTest {

    @Test
    void rates_withEnoughPairs_areInIt() {
        Calibration calibration =
                CalibrationTable.of(new ErrorCurve(evenly(100), evenly(10_000))).orElseThrow();

        assertThat(calibration.points()).extracting(OperatingPoint::fmr).containsExactly(1e-1, 1e-2, 1e-3);
        assertThat(calibration.thresholdAt(1e-2)).isCloseTo(0.99, within(2e-4));
        assertThat(calibration.points().getFirst().fnmr()).isEqualTo(0.9);
    }

    @Test
    void withTooFewPairs_thereIsNone() {
        assertThat(CalibrationTable.of(new ErrorCurve(evenly(100), evenly(999))))
                .isEmpty();
        assertThat(CalibrationTable.of(new ErrorCurve(evenly(100), new ScoreHistogram())))
                .isEmpty();
    }

    /** Where everybody scores alike, one threshold would stand for several rates. */
    @Test
    void aThresholdThatDoesNotRise_isLeftOut() {
        var alike = new ScoreHistogram();
        for (int i = 0; i < 100_000; i++) {
            alike.add(0.5);
        }

        assertThat(CalibrationTable.of(new ErrorCurve(evenly(100), alike))).isEmpty();
    }

    @Test
    void withoutMatedPairs_theFalseNonMatchRateIsUnknown() {
        Calibration calibration = CalibrationTable.of(new ErrorCurve(new ScoreHistogram(), evenly(10_000)))
                .orElseThrow();

        assertThat(calibration.points()).extracting(OperatingPoint::fnmr).containsOnlyNulls();
    }

    /** From 0 to 1. */
    private static ScoreHistogram evenly(int count) {
        var histogram = new ScoreHistogram();
        for (int i = 0; i < count; i++) {
            histogram.add((double) i / count);
        }
        return histogram;
    }
}
