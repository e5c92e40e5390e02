package io.janua.recognition;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.janua.vision.Face;
import io.janua.vision.FaceDescription;
import io.janua.vision.model.Calibration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer to a 1:1 question. */
@Schema(name = "Verification")
record VerificationView(
        Outcome outcome,

        @Schema(description = "Absent when nothing was compared") @Nullable
        ScoreView score,

        @Schema(description = "The false match rate that was asked for")
        double fmr,

        @Schema(description = "The embedding model") String model,

        @Schema(description = "The face of the probe") FaceDescription face) {

    /** Exactly one of these. */
    @Schema(name = "VerificationOutcome")
    enum Outcome {
        @JsonProperty("match")
        MATCH,
        @JsonProperty("no_match")
        NO_MATCH,
        @JsonProperty("spoof")
        SPOOF
    }

    static VerificationView from(
            VerificationDecision decision, double fmr, String model, Face probe, Calibration calibration) {
        var face = FaceDescription.of(probe);
        return switch (decision) {
            case VerificationDecision.Match(double score, double threshold) ->
                new VerificationView(Outcome.MATCH, ScoreView.of(score, threshold, calibration), fmr, model, face);
            case VerificationDecision.NoMatch(double score, double threshold) ->
                new VerificationView(Outcome.NO_MATCH, ScoreView.of(score, threshold, calibration), fmr, model, face);
            case VerificationDecision.Spoof() -> new VerificationView(Outcome.SPOOF, null, fmr, model, face);
        };
    }
}
