package io.janua.vision.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.janua.support.TestModels;
import io.janua.vision.model.Calibration.OperatingPoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final Calibration CALIBRATION = TestModels.CATALOG
            .model("mobilefacenet-arcface-128")
            .orElseThrow()
            .calibration()
            .orElseThrow();

    @Test
    void thresholdAt_meetsTheMeasuredPoints() {
        for (OperatingPoint point : CALIBRATION.points()) {
            assertThat(CALIBRATION.thresholdAt(point.fmr())).isCloseTo(point.threshold(), within(1e-9));
            assertThat(CALIBRATION.fmrAt(point.threshold())).isCloseTo(point.fmr(), within(point.fmr() * 1e-6));
        }
    }

    @Test
    void thresholdAt_isStraightBetweenThemOnALogarithmicScale() {
        // Halfway between 1e-3 (0.3347) and 1e-4 (0.4031).
        assertThat(CALIBRATION.thresholdAt(Math.pow(10, -3.5))).isCloseTo(0.3689, within(1e-9));
    }

    @Test
    void thresholdAt_goesOnBeyondTheEndsAndSaysSo() {
        assertThat(CALIBRATION.thresholdAt(1e-7)).isCloseTo(0.6271, within(1e-9));
        assertThat(CALIBRATION.thresholdAt(1e-30)).isEqualTo(1);
        assertThat(CALIBRATION.measured(1e-7)).isFalse();
        assertThat(CALIBRATION.measured(1e-6)).isTrue();
        assertThat(CALIBRATION.fmrAt(-1)).isEqualTo(1);
    }

    @Test
    void thresholdsRiseAsRatesFall() {
        double last = -1;
        for (double exponent = -0.5; exponent > -8; exponent -= 0.05) {
            double threshold = CALIBRATION.thresholdAt(Math.pow(10, exponent));
            assertThat(threshold).isGreaterThan(last);
            assertThat(CALIBRATION.fmrAt(threshold))
                    .isCloseTo(Math.pow(10, exponent), within(Math.pow(10, exponent) * 1e-6));
            last = threshold;
        }
    }

    @Test
    void refusesATableThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Calibration(List.of(new OperatingPoint(1e-3, 0.3))));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Calibration(List.of(new OperatingPoint(1e-3, 0.5), new OperatingPoint(1e-4, 0.4))));
        assertThatIllegalArgumentException().isThrownBy(() -> new OperatingPoint(0, 0.4));
    }

    @Test
    void fmrFor_spreadsTheRateOverTheGallery() {
        assertThat(ErrorRates.fmrFor(1e-2, 1)).isCloseTo(1e-2, within(1e-12));
        assertThat(ErrorRates.fmrFor(1e-2, 0)).isCloseTo(1e-2, within(1e-12));
        assertThat(ErrorRates.fmrFor(1e-2, 112)).isCloseTo(8.973e-5, within(1e-8));
        // Small rates must not drown in rounding.
        assertThat(ErrorRates.fmrFor(1e-9, 1_000_000)).isCloseTo(1e-15, within(1e-20));
    }
}
