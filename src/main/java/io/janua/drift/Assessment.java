package io.janua.drift;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Compares what was counted with what it was in the baseline.
 *
 * @param threshold index from which on a measure has drifted
 * @param minObservations below which nothing is said, neither of what was counted nor of a baseline
 * @param baseline what was counted then; empty where there is none yet
 */
record Assessment(double threshold, int minObservations, Optional<Counts> baseline) {

    /**
     * What is known of one measure.
     *
     * @param observed by bin
     * @param expected by bin, of any sum; empty where there is nothing to compare with
     * @param index empty where too little was counted
     */
    record Finding(
            Measure measure, long[] observed, Optional<double[]> expected, OptionalDouble index, Verdict verdict) {

        long observations() {
            return Arrays.stream(observed).sum();
        }
    }

    /** @param observations as many as the expectation rests on */
    private record Expectation(double[] bins, double observations) {}

    /** Of each measure that is compared. */
    List<Finding> findings(Counts counts) {
        return Measure.ALL.stream()
                .filter(Measure::compared)
                .map(measure -> finding(measure, counts))
                .toList();
    }

    /** The worst of those that raise events. */
    static Verdict overall(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.measure().alarms())
                .map(Finding::verdict)
                .max(Verdict::compareTo)
                .orElse(Verdict.TOO_FEW);
    }

    private Finding finding(Measure measure, Counts counts) {
        long[] observed = counts.of(measure);
        long observations = counts.total(measure);
        Optional<Expectation> expected = expected(measure, counts);
        Optional<double[]> bins = expected.map(Expectation::bins);
        if (expected.isEmpty() || observations < minObservations) {
            return new Finding(measure, observed, bins, OptionalDouble.empty(), Verdict.TOO_FEW);
        }
        var index = measure.bins().equals(Bins.SCORES)
                ? StabilityIndex.ofTenths(observed, bins.orElseThrow())
                : StabilityIndex.ofBins(observed, bins.orElseThrow());
        double chance = index.chance(observations, expected.get().observations());
        return new Finding(
                measure,
                observed,
                bins,
                OptionalDouble.of(index.value()),
                Verdict.of(index.value(), threshold, chance));
    }

    private Optional<Expectation> expected(Measure measure, Counts now) {
        return baseline.filter(then -> then.total(measure) >= minObservations).flatMap(then -> growth(
                        measure, then, now)
                .map(growth -> new Expectation(growth.of(then.of(measure)), growth.observations(then.total(measure)))));
    }

    /** Only the best of many scores depends on how many they are. */
    private static Optional<Growth> growth(Measure measure, Counts then, Counts now) {
        if (!measure.equals(Measure.OTHERS_SCORE) || now.total(measure) == 0) {
            return Optional.of(Growth.NONE);
        }
        return Growth.between(then, now);
    }
}
