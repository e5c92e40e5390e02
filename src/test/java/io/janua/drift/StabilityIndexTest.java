package io.janua.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StabilityIndexTest {

    /** The sum by hand: (0.3 − 0.5) ln(0.3/0.5) + (0.7 − 0.5) ln(0.7/0.5), without the half that each group gets. */
    @Test
    void isTheSymmetricDivergenceOfTwoDistributions() {
        double index = StabilityIndex.ofBins(new long[] {300_000, 700_000}, new double[] {500_000, 500_000});

        assertThat(index).isCloseTo(0.2 * Math.log(0.5 / 0.3) + 0.2 * Math.log(0.7 / 0.5), within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000", "1000, 5", "250, 1000000"})
    void isNothingWhereSharesAreTheSame_howeverMany(long observed, double reference) {
        assertThat(StabilityIndex.ofBins(new long[] {observed, observed}, new double[] {reference, reference}))
                .isZero();
    }

    @Test
    void doesNotChangeWhenBothChangePlaces() {
        double there = StabilityIndex.ofBins(new long[] {10, 40, 50}, new double[] {30, 30, 40});
        double back = StabilityIndex.ofBins(new long[] {30, 30, 40}, new double[] {10, 40, 50});

        assertThat(there).isCloseTo(back, within(1e-12));
    }

    @Test
    void staysFiniteWhereNothingWasExpected() {
        double index = StabilityIndex.ofBins(new long[] {0, 1000}, new double[] {1000, 0});

        assertThat(index).isGreaterThan(StabilityIndex.SHIFTING).isFinite();
    }

    @Test
    void groupsHoldATenthOfTheReference_soFineBinsDoNotAddUpToNoise() {
        var random = new Random(1);
        double[] reference = histogram(random, 1_000, 0);
        long[] same = Arrays.stream(histogram(random, 200, 0))
                .mapToLong(value -> (long) value)
                .toArray();

        assertThat(StabilityIndex.ofTenths(same, reference)).isLessThan(0.15);
        assertThat(StabilityIndex.ofBins(same, reference)).isGreaterThan(StabilityIndex.ofTenths(same, reference));
    }

    @Test
    void aShiftByOneStandardDeviationIsFarBeyondTheUsualThreshold() {
        var random = new Random(2);
        double[] reference = histogram(random, 1_000, 0);
        long[] shifted = Arrays.stream(histogram(random, 300, 1))
                .mapToLong(value -> (long) value)
                .toArray();

        assertThat(StabilityIndex.ofTenths(shifted, reference)).isGreaterThan(0.5);
    }

    /** Pictures that are all alike have one score; without groups beyond it, no other score would be noticed. */
    @Test
    void aReferenceInOneBinStillHasEnds() {
        double[] reference = {0, 0, 500, 0, 0};

        assertThat(StabilityIndex.ofTenths(new long[] {0, 0, 300, 0, 0}, reference))
                .isLessThan(0.01);
        assertThat(StabilityIndex.ofTenths(new long[] {0, 300, 0, 0, 0}, reference))
                .isGreaterThan(1);
        assertThat(StabilityIndex.ofTenths(new long[] {0, 0, 0, 0, 300}, reference))
                .isGreaterThan(1);
    }

    private static double[] histogram(Random random, int count, double mean) {
        var bins = new Bins(-4, 0.1, 80);
        double[] histogram = new double[bins.count()];
        for (int i = 0; i < count; i++) {
            histogram[bins.of(mean + random.nextGaussian())]++;
        }
        return histogram;
    }
}
