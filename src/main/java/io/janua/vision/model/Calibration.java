package io.janua.vision.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model's scores mean: false match rate (FMR) to cosine threshold, measured on impostor pairs.
 *
 * <p>Between two measured points the threshold is linear in log10(FMR). Beyond the measured range the line through the
 * outermost two points goes on: such figures are extrapolated, and answers say so.
 */
public final class Calibration {

    private final List<OperatingPoint> points;

    /**
     * One measured point.
     *
     * @param fmr false match rate, above 0 and below 1
     * @param threshold cosine similarity, -1 to 1
     * @param fnmr false non-match rate there, 0 to 1; null when it was not measured
     */
    public record OperatingPoint(
            double fmr, double threshold, @Nullable Double fnmr) {

        public OperatingPoint(double fmr, double threshold) {
            this(fmr, threshold, null);
        }

        public OperatingPoint {
            if (!(fmr > 0 && fmr < 1 && threshold > -1 && threshold < 1)) {
                throw new IllegalArgumentException("calibration: no such point (%s, %s)".formatted(fmr, threshold));
            }
            if (fnmr != null && !(fnmr >= 0 && fnmr <= 1)) {
                throw new IllegalArgumentException("calibration: no such false non-match rate (%s)".formatted(fnmr));
            }
        }

        double logFmr() {
            return Math.log10(fmr);
        }
    }

    /** @param points at least two; the threshold rises as the FMR falls */
    @JsonCreator
    public Calibration(List<OperatingPoint> points) {
        this.points = points.stream()
                .sorted(Comparator.comparingDouble(OperatingPoint::fmr).reversed())
                .toList();
        if (points.size() < 2) {
            throw new IllegalArgumentException("calibration: at least two points are needed");
        }
        for (int i = 1; i < this.points.size(); i++) {
            if (!(this.points.get(i).threshold() > this.points.get(i - 1).threshold())) {
                throw new IllegalArgumentException("calibration: the threshold must rise as the FMR falls");
            }
        }
    }

    @JsonValue
    public List<OperatingPoint> points() {
        return points;
    }

    /** @return the cosine from which on impostors are let through at most this often, capped at 1 */
    public double thresholdAt(double fmr) {
        double logFmr = Math.log10(fmr);
        int i = 1;
        while (i < points.size() - 1 && logFmr < points.get(i).logFmr()) {
            i++;
        }
        OperatingPoint from = points.get(i - 1);
        OperatingPoint to = points.get(i);
        double share = (logFmr - from.logFmr()) / (to.logFmr() - from.logFmr());
        return Math.min(1, from.threshold() + share * (to.threshold() - from.threshold()));
    }

    /** @return how often a comparison of two different people reaches this score, at most 1 */
    public double fmrAt(double score) {
        int i = 1;
        while (i < points.size() - 1 && score > points.get(i).threshold()) {
            i++;
        }
        OperatingPoint from = points.get(i - 1);
        OperatingPoint to = points.get(i);
        double share = (score - from.threshold()) / (to.threshold() - from.threshold());
        return Math.min(1, Math.pow(10, from.logFmr() + share * (to.logFmr() - from.logFmr())));
    }

    /**
     * The same for people to read: never below the lowest rate that was measured, because nobody counted further.
     */
    public double reportedFmrAt(double score) {
        return Math.max(points.getLast().fmr(), fmrAt(score));
    }

    /** Whether an FMR lies within what was measured. */
    public boolean measured(double fmr) {
        return fmr <= points.getFirst().fmr() && fmr >= points.getLast().fmr();
    }
}
