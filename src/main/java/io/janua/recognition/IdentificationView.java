package io.janua.recognition;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.janua.gallery.Candidate;
import io.janua.vision.FaceDescription;
import io.janua.vision.model.Calibration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer to a 1:N question. */
@Schema(name = "Identification")
record IdentificationView(
        @Schema(
                description =
                        "identified: this subject; ambiguous: several alike, a person should look; unknown: nobody; spoof: no living face")
        Outcome outcome,

        @Schema(description = "The identified subject's id; absent with every other outcome") @Nullable
        String subject,

        @Schema(description = "Subjects, best first: those above the threshold, or more if asked")
        List<CandidateView> candidates,

        @Schema(description = "The score from which on a candidate is a match; absent when nothing was searched")
        @Nullable
        Double threshold,

        @Schema(description = "The false positive identification rate that was asked for")
        double fpir,

        @Schema(description = "How many subjects were compared")
        long gallerySize,

        @Schema(description = "True when the threshold lies beyond the measured range of the model's calibration")
        boolean extrapolated,

        @Schema(description = "The embedding model") String model,

        @Schema(description = "The face of the probe") FaceDescription face) {

    /** Exactly one of these. */
    @Schema(name = "IdentificationOutcome")
    enum Outcome {
        @JsonProperty("identified")
        IDENTIFIED,
        @JsonProperty("ambiguous")
        AMBIGUOUS,
        @JsonProperty("unknown")
        UNKNOWN,
        @JsonProperty("spoof")
        SPOOF
    }

    @Schema(name = "Candidate")
    record CandidateView(
            @Schema(description = "The subject's id") String subject,
            @Nullable String name,

            @Schema(description = "Cosine similarity, -1 to 1")
            double score,

            @Schema(
                    description =
                            "How often two different people reach this score; the lowest measured rate means: at most")
            double fmrOfScore,

            @Schema(description = "At or above the threshold")
            boolean accepted) {

        static CandidateView of(Candidate candidate, double threshold, Calibration calibration) {
            double score = candidate.score();
            return new CandidateView(
                    candidate.subject(),
                    candidate.name(),
                    ScoreView.rounded(score),
                    calibration.reportedFmrAt(score),
                    score >= threshold);
        }
    }
}
