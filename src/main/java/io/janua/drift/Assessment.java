package io.janua.drift;

import io.janua.drift.Measure.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Compares what was counted with what it should be like.
 *
 * @param threshold index from which on a measure has drifted
 * @param minObservations below which nothing is said, neither of what was counted nor of a baseline
 * @param impostors of the gallery's model; empty where the catalogue does not have it
 * @param baseline what was counted then; empty where there is none yet
 */
record Assessment(double threshold, int minObservations, Optional<Impostors> impostors, Optional<Counts> baseline) {

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

    /** Of each measure that is compared with something. */
    List<Finding> findings(Counts counts) {
        return Measure.ALL.stream()
                .filter(measure -> measure.reference() != Reference.NOTHING)
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
        Optional<double[]> expected = expected(measure, counts);
        if (expected.isEmpty() || Arrays.stream(observed).sum() < minObservations) {
            return new Finding(measure, observed, expected, OptionalDouble.empty(), Verdict.TOO_FEW);
        }
        double index = measure.bins().equals(Bins.SCORES)
                ? StabilityIndex.ofTenths(observed, expected.get())
                : StabilityIndex.ofBins(observed, expected.get());
        return new Finding(measure, observed, expected, OptionalDouble.of(index), Verdict.of(index, threshold));
    }

    private Optional<double[]> expected(Measure measure, Counts counts) {
        return switch (measure.reference()) {
            case CALIBRATION ->
                impostors.filter(Impostors::isWhole).map(model -> model.best(counts.of(Measure.OTHERS_SIZE)));
            case BASELINE ->
                baseline.filter(then -> then.total(measure) >= minObservations)
                        .map(then ->
                                Arrays.stream(then.of(measure)).asDoubleStream().toArray());
            case NOTHING -> Optional.empty();
        };
    }
}
