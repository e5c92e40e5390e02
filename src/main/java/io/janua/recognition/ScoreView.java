package io.janua.recognition;

import io.janua.vision.model.Calibration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A score with what it means. */
@Schema(name = "Score")
record ScoreView(
        @Schema(description = "Cosine similarity, -1 to 1") double score,

        @Schema(description = "The score from which on it is a match")
        double threshold,

        @Schema(
                description =
                        "How often two different people reach this score; the lowest measured rate means: at most")
        double fmrOfScore,

        @Schema(description = "True when the threshold lies beyond the measured range of the model's calibration")
        boolean extrapolated) {

    static ScoreView of(double score, double threshold, Calibration calibration) {
        double fmr = calibration.reportedFmrAt(score);
        boolean extrapolated = !calibration.measured(calibration.fmrAt(threshold));
        return new ScoreView(rounded(score), threshold, fmr, extrapolated);
    }

    /** Half-precision templates carry no more than this. */
    static double rounded(double score) {
        return Math.round(score * 1e4) / 1e4;
    }
}
