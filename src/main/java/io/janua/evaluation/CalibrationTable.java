package io.janua.evaluation;

import io.janua.vision.model.Calibration;
import io.janua.vision.model.Calibration.OperatingPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From counted scores to the table that the catalogue holds of an embedder. */
final class CalibrationTable {

    static final List<Double> RATES = List.of(1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6);

    private CalibrationTable() {}

    /** Of the rates that there are enough pairs for; empty where fewer than two points are left. */
    static Optional<Calibration> of(ErrorCurve curve) {
        List<OperatingPoint> points = new ArrayList<>();
        double before = -1;
        for (double fmr : RATES) {
            double threshold = curve.thresholdFor(fmr);
            if (!curve.supports(fmr) || threshold <= before || threshold >= 1) {
                continue;
            }
            points.add(new OperatingPoint(fmr, threshold, fnmr(curve, threshold)));
            before = threshold;
        }
        return points.size() < 2 ? Optional.empty() : Optional.of(new Calibration(points));
    }

    /** Four digits, as far as any set can tell; null where there are no mated pairs. */
    private static Double fnmr(ErrorCurve curve, double threshold) {
        return curve.matedPairs() == 0
                ? null
                : Math.round(curve.fnmrAt(threshold).value() * 1e4) / 1e4;
    }
}
