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
        var index = StabilityIndex.ofBins(new long[] {300_000, 700_000}, new double[] {500_000, 500_000});

        assertThat(index.value()).isCloseTo(0.2 * Math.log(0.5 / 0.3) + 0.2 * Math.log(0.7 / 0.5), within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000", "1000, 5", "250, 1000000"})
    void isNothingWhereSharesAreTheSame_howeverMany(long observed, double reference) {
        assertThat(StabilityIndex.ofBins(new long[] {observed, observed}, new double[] {reference, reference})
                        .value())
                .isZero();
    }

    @Test
    void doesNotChangeWhenBothChangePlaces() {
        double there = StabilityIndex.ofBins(new long[] {10, 40, 50}, new double[] {30, 30, 40})
                .value();
        double back = StabilityIndex.ofBins(new long[] {30, 30, 40}, new double[] {10, 40, 50})
                .value();

        assertThat(there).isCloseTo(back, within(1e-12));
    }

    @Test
    void staysFiniteWhereNothingWasExpected() {
        var index = StabilityIndex.ofBins(new long[] {0, 1000}, new double[] {1000, 0});

        assertThat(index.value()).isGreaterThan(StabilityIndex.SHIFTING).isFinite();
    }

    @Test
    void groupsHoldATenthOfTheReference_soFineBinsDoNotAddUpToNoise() {
        var random = new Random(1);
        double[] reference = histogram(random, 1_000, 0);
        long[] same = Arrays.stream(histogram(random, 200, 0))
                .mapToLong(value -> (long) value)
                .toArray();

        assertThat(StabilityIndex.ofTenths(same, reference).value()).isLessThan(0.15);
        assertThat(StabilityIndex.ofBins(same, reference).value())
                .isGreaterThan(StabilityIndex.ofTenths(same, reference).value());
    }

    @Test
    void aShiftByOneStandardDeviationIsFarBeyondTheUsualThreshold() {
        var random = new Random(2);
        double[] reference = histogram(random, 1_000, 0);
        long[] shifted = Arrays.stream(histogram(random, 300, 1))
                .mapToLong(value -> (long) value)
                .toArray();

        assertThat(StabilityIndex.ofTenths(shifted, reference).value()).isGreaterThan(0.5);
    }

    /** Pictures that are all alike have one score; without groups beyond it, no other score would be noticed. */
    @Test
    void aReferenceInOneBinStillHasEnds() {
        double[] reference = {0, 0, 500, 0, 0};

        assertThat(StabilityIndex.ofTenths(new long[] {0, 0, 300, 0, 0}, reference)
                        .value())
                .isLessThan(0.01);
        assertThat(StabilityIndex.ofTenths(new long[] {0, 300, 0, 0, 0}, reference)
                        .value())
                .isGreaterThan(1);
        assertThat(StabilityIndex.ofTenths(new long[] {0, 0, 0, 0, 300}, reference)
                        .value())
                .isGreaterThan(1);
    }

    /** Of two groups, with one degree of freedom: 1 + 2 · √2 times 1/n + 1/m. Empty groups are none. */
    @Test
    void chanceExplainsLessTheMoreWasCounted() {
        var index = StabilityIndex.ofBins(new long[] {100, 100, 0}, new double[] {500, 500, 0});

        assertThat(index.groups()).isEqualTo(2);
        assertThat(index.chance(200, 1_000)).isCloseTo((1 + 2 * Math.sqrt(2)) * 0.006, within(1e-12));
    }

    @Test
    void whereNothingHasMovedTheIndexIsSeldomBeyondChance() {
        var random = new Random(3);
        int beyond = 0;
        for (int i = 0; i < 200; i++) {
            double[] reference = histogram(random, 1_000, 0);
            long[] same = Arrays.stream(histogram(random, 200, 0))
                    .mapToLong(value -> (long) value)
                    .toArray();
            var index = StabilityIndex.ofTenths(same, reference);
            beyond += index.value() > index.chance(200, 1_000) ? 1 : 0;
        }

        assertThat(beyond).isLessThan(20);
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
