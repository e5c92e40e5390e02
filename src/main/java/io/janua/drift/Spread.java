package io.janua.drift;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the values of a day lie, as precisely as the bins are wide. */
@Schema(name = "DriftSpread")
record Spread(
        long count,

        @Schema(description = "A tenth lies below") double low,

        double median,

        @Schema(description = "A tenth lies above") double high) {

    /** Empty where nothing was counted. */
    static Optional<Spread> of(Counts counts, Measure measure) {
        long[] bins = counts.of(measure);
        long count = Arrays.stream(bins).sum();
        return count == 0
                ? Optional.empty()
                : Optional.of(new Spread(
                        count,
                        at(measure.bins(), bins, 0.1 * count),
                        at(measure.bins(), bins, 0.5 * count),
                        at(measure.bins(), bins, 0.9 * count)));
    }

    private static double at(Bins bins, long[] counts, double below) {
        double before = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            if (counts[bin] > 0 && before + counts[bin] >= below) {
                return rounded(bins.from() + bins.width() * (bin + (below - before) / counts[bin]));
            }
            before += counts[bin];
        }
        throw new IllegalArgumentException("counts: fewer than their sum");
    }

    private static double rounded(double value) {
        return Math.round(value * 1e3) / 1e3;
    }
}
