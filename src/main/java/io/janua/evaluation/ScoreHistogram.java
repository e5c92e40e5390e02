package io.janua.evaluation;

import io.janua.vision.model.ScoreDistribution.Scores;
import java.util.ArrayList;
import java.util.List;

/**
 * The scores of pairs of one kind, counted in bins of 0.0001: as fine as a catalogue writes its thresholds, so that
 * counts at such thresholds are exact, however many pairs there are. For one thread.
 */
final class ScoreHistogram {

    static final int BINS = 20_000;
    private static final int BINS_BELOW_ZERO = BINS / 2;

    /** Bins of a {@link io.janua.vision.model.ScoreDistribution}, which is for drawing. */
    static final double COARSE_FROM = -1;

    static final double COARSE_WIDTH = 0.02;
    private static final int COARSE = 200;

    /** Sums of binary fractions must not put 0.02 below its own bin. */
    private static final double TOLERANCE = 1e-9;

    private final long[] counts = new long[BINS];
    private long total;
    private double sum;

    /** @param score from -1 to 1 */
    void add(double score) {
        int bin = (int) Math.floor(score * BINS_BELOW_ZERO + TOLERANCE) + BINS_BELOW_ZERO;
        counts[Math.clamp(bin, 0, BINS - 1)]++;
        total++;
        sum += score;
    }

    void add(ScoreHistogram other) {
        for (int bin = 0; bin < BINS; bin++) {
            counts[bin] += other.counts[bin];
        }
        total += other.total;
        sum += other.sum;
    }

    /** For each bin, how many scores lie in it or above; one more entry, 0, at the end. */
    long[] reaching() {
        long[] reaching = new long[BINS + 1];
        for (int bin = BINS - 1; bin >= 0; bin--) {
            reaching[bin] = reaching[bin + 1] + counts[bin];
        }
        return reaching;
    }

    /** Where a bin begins. */
    static double edge(int bin) {
        return (bin - BINS_BELOW_ZERO) / (double) BINS_BELOW_ZERO;
    }

    /** The first bin whose scores all reach the threshold: one between two edges counts as the higher of them. */
    static int binAt(double threshold) {
        int bin = (int) Math.ceil(threshold * BINS_BELOW_ZERO - TOLERANCE) + BINS_BELOW_ZERO;
        return Math.clamp(bin, 0, BINS);
    }

    /** The same in bins of {@value #COARSE_WIDTH}, as a model's file of scores holds it. */
    Scores coarse() {
        List<Long> histogram = new ArrayList<>();
        for (int from = 0; from < BINS; from += COARSE) {
            long pairs = 0;
            for (int bin = from; bin < from + COARSE; bin++) {
                pairs += counts[bin];
            }
            histogram.add(pairs);
        }
        return new Scores(total, total == 0 ? 0 : Math.round(sum / total * 1e4) / 1e4, histogram);
    }
}
