package io.janua.drift;

import io.janua.vision.model.Calibration;
import io.janua.vision.model.ScoreDistribution;
import java.util.List;
import java.util.Optional;

/**
 * What scores strangers reach, by a model's calibration. Where the calibration was measured it counts; below its first
 * point, what was counted when the model's scores were measured.
 *
 * @param scores empty where nobody measured; then only rare scores have a meaning
 */
record Impostors(Calibration calibration, Optional<ScoreDistribution> scores) {

    /**
     * How often a comparison of two different people reaches a score: 0 to 1. The line between two edges of a bin is
     * straight.
     */
    double share(double score) {
        double rare = calibration.points().getFirst().fmr();
        if (scores.isEmpty() || score >= calibration.points().getFirst().threshold()) {
            return calibration.fmrAt(score);
        }
        ScoreDistribution measured = scores.get();
        List<Long> histogram = measured.nonMated().histogram();
        double place = (score - measured.binFrom()) / measured.binWidth();
        int bin = Math.clamp((long) Math.floor(place), 0, histogram.size() - 1);
        double above = histogram.subList(bin + 1, histogram.size()).stream()
                        .mapToLong(Long::longValue)
                        .sum()
                + histogram.get(bin) * Math.clamp(bin + 1 - place, 0, 1);
        return Math.max(rare, above / measured.nonMated().count());
    }

    /**
     * How often a search for a stranger reaches a score: 1 − (1 − FMR)^N, for independent comparisons (ISO/IEC 19795-1).
     *
     * @param gallerySize N, at least 1
     */
    double rarity(double score, double gallerySize) {
        return -Math.expm1(gallerySize * Math.log1p(-share(score)));
    }

    /** Whether it is known how the best scores of searches are distributed, also those that are not rare. */
    boolean isWhole() {
        return scores.isPresent();
    }

    /**
     * What the best scores of searches for strangers would be.
     *
     * @param searches by step of the gallery's size
     * @return searches by bin of the score; the sum is that of the searches
     */
    double[] best(long[] searches) {
        Bins bins = Bins.SCORES;
        double[] expected = new double[bins.count()];
        for (int step = 0; step < searches.length; step++) {
            if (searches[step] > 0) {
                double size = Measure.size(step);
                double above = 1;
                for (int bin = 0; bin < expected.length; bin++) {
                    double next = bin == expected.length - 1 ? 0 : rarity(bins.end(bin), size);
                    expected[bin] += searches[step] * Math.max(0, above - next);
                    above = Math.min(above, next);
                }
            }
        }
        return expected;
    }
}
