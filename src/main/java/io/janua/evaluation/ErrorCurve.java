package io.janua.evaluation;

import io.janua.vision.model.Rate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a threshold costs on either side: false match rate (FMR, non-mated pairs that reach it) and false non-match rate
 * (FNMR, mated pairs that do not), in the terms of ISO/IEC 19795-1. Thresholds are multiples of 0.0001.
 */
final class ErrorCurve {

    /**
     * Errors that a rate should rest on: with fewer, one pair more or less moves it by more than a tenth. The "rule of
     * 30" of ISO/IEC 19795-1 would ask for three times as many.
     */
    static final int LEAST_ERRORS = 10;

    private final long[] mated;
    private final long[] nonMated;

    /** Both rates at one threshold. */
    record Point(double threshold, double fmr, double fnmr) {}

    ErrorCurve(ScoreHistogram mated, ScoreHistogram nonMated) {
        this.mated = mated.reaching();
        this.nonMated = nonMated.reaching();
    }

    long matedPairs() {
        return mated[0];
    }

    long nonMatedPairs() {
        return nonMated[0];
    }

    boolean isEmpty() {
        return matedPairs() == 0 || nonMatedPairs() == 0;
    }

    Rate fmrAt(double threshold) {
        return new Rate(nonMated[ScoreHistogram.binAt(threshold)], nonMatedPairs());
    }

    Rate fnmrAt(double threshold) {
        return tarAt(threshold).complement();
    }

    /** True accept rate, as papers on LFW call 1 − FNMR. */
    Rate tarAt(double threshold) {
        return new Rate(mated[ScoreHistogram.binAt(threshold)], matedPairs());
    }

    Confusion confusionAt(double threshold) {
        int bin = ScoreHistogram.binAt(threshold);
        return new Confusion(mated[bin], nonMated[bin], matedPairs() - mated[bin], nonMatedPairs() - nonMated[bin]);
    }

    /** The lowest threshold that at most this share of the non-mated pairs reach. */
    double thresholdFor(double fmr) {
        double allowed = fmr * nonMatedPairs() + 1e-9;
        int bin = 0;
        while (nonMated[bin] > allowed) {
            bin++;
        }
        return ScoreHistogram.edge(bin);
    }

    /** Whether there are enough non-mated pairs to know the threshold of an FMR. */
    boolean supports(double fmr) {
        return fmr * nonMatedPairs() >= LEAST_ERRORS - 1e-9;
    }

    /** Where both rates are most nearly equal: their mean there; NaN where pairs of a kind are missing. */
    double equalErrorRate() {
        if (isEmpty()) {
            return Double.NaN;
        }
        double best = Double.POSITIVE_INFINITY;
        double rate = Double.NaN;
        for (int bin = 0; bin <= ScoreHistogram.BINS; bin++) {
            Point point = point(bin);
            if (Math.abs(point.fmr() - point.fnmr()) < best) {
                best = Math.abs(point.fmr() - point.fnmr());
                rate = (point.fmr() + point.fnmr()) / 2;
            }
        }
        return rate;
    }

    /** Every threshold at which a rate changes, rising; the detection error trade-off (DET). */
    List<Point> points() {
        List<Point> points = new ArrayList<>();
        if (isEmpty()) {
            return points;
        }
        for (int bin = 0; bin <= ScoreHistogram.BINS; bin++) {
            if (bin == 0 || mated[bin] != mated[bin - 1] || nonMated[bin] != nonMated[bin - 1]) {
                points.add(point(bin));
            }
        }
        return points;
    }

    private Point point(int bin) {
        return new Point(
                ScoreHistogram.edge(bin),
                (double) nonMated[bin] / nonMatedPairs(),
                (double) (matedPairs() - mated[bin]) / matedPairs());
    }
}
