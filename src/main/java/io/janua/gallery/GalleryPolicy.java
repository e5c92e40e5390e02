package io.janua.gallery;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.janua.vision.FaceSelection;
import io.janua.vision.QualityLevel;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The rules of a gallery. What is left out takes its default. */
@Schema(name = "GalleryPolicy")
public record GalleryPolicy(
        @Schema(
                description = "False match rate for verification (1:1) where the caller names none",
                defaultValue = "0.0001")
        @DecimalMin("1e-9")
        @DecimalMax("0.5")
        Double fmr,

        @Schema(
                description = "False positive identification rate for identification (1:N) where the caller names none",
                defaultValue = "0.001")
        @DecimalMin("1e-9")
        @DecimalMax("0.5")
        Double fpir,

        @Schema(description = "How good a face must be to be enrolled", defaultValue = "standard")
        QualityLevel enrollmentQuality,

        @Schema(description = "How good a face must be to be verified or identified", defaultValue = "lenient")
        QualityLevel probeQuality,

        @Schema(
                description = "single: enrolment refuses a picture with a second person in front",
                defaultValue = "single")
        FaceSelection enrollmentFace,

        @Schema(description = "When presentation attack detection runs", defaultValue = "off")
        LivenessChecks liveness,

        @Schema(
                description = "What happens when the face of a new enrolment belongs to another subject",
                defaultValue = "warn")
        Duplicates duplicates,

        @Schema(description = "Whether the face's picture is kept beside its template", defaultValue = "none")
        ImageRetention imageRetention,

        @Schema(
                description = "required: a face is kept only of a subject with a consent in force",
                defaultValue = "required")
        ConsentRule consent,

        @Schema(
                description = "Days after which a subject that was neither enrolled nor recognised is erased",
                defaultValue = "1095")
        @Min(1)
        @Max(GalleryPolicy.MAX_RETENTION_DAYS)
        Integer retentionDays,

        @Schema(
                description =
                        "Why the gallery exists; shown in the holdings report, and to people who enrol themselves")
        @Size(max = 500)
        @Nullable
        String purpose,

        @Schema(
                description =
                        "What applicants are asked to agree to when they enrol themselves; with consentTextVersion")
        @Size(max = GalleryPolicy.MAX_CONSENT_TEXT)
        @Nullable
        String consentText,

        @Schema(
                description =
                        "Your name for this consentText: consents refer to it, so another text needs another name",
                examples = "2026-01")
        @Size(max = 100)
        @Nullable
        String consentTextVersion,

        @Schema(
                description = "Who has to turn the head before a face is enrolled: nobody, people who enrol themselves,"
                        + " or everybody",
                defaultValue = "off")
        TurnChallenge challenge) {

    /** When presentation attack detection runs, from the least to the most. */
    public enum LivenessChecks {
        @JsonProperty("off")
        OFF,
        @JsonProperty("probes")
        PROBES,
        @JsonProperty("always")
        ALWAYS;

        boolean isStricterThan(LivenessChecks other) {
            return compareTo(other) > 0;
        }
    }

    /** What to do about a face that another subject has. */
    public enum Duplicates {
        @JsonProperty("off")
        OFF,
        @JsonProperty("warn")
        WARN,
        @JsonProperty("refuse")
        REFUSE
    }

    /** What of a picture is kept. */
    public enum ImageRetention {
        @JsonProperty("none")
        NONE,
        @JsonProperty("crop")
        CROP
    }

    /** Whether a face may be kept without a consent. */
    public enum ConsentRule {
        @JsonProperty("required")
        REQUIRED,
        @JsonProperty("optional")
        OPTIONAL
    }

    /** Which enrolments need the answer to a head-turn challenge. */
    public enum TurnChallenge {
        @JsonProperty("off")
        OFF,
        @JsonProperty("selfService")
        SELF_SERVICE,
        @JsonProperty("always")
        ALWAYS;

        /** @param selfService whether somebody enrols by an invitation */
        public boolean appliesTo(boolean selfService) {
            return this == ALWAYS || (this == SELF_SERVICE && selfService);
        }
    }

    /** Characters. */
    public static final int MAX_CONSENT_TEXT = 20_000;

    /** Three years, which 740 ILCS 14/15 (BIPA) allows at most after the last interaction. */
    public static final int MAX_RETENTION_DAYS = 1095;

    public static final GalleryPolicy DEFAULT =
            new GalleryPolicy(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    private static final double DEFAULT_FMR = 1e-4;
    private static final double DEFAULT_FPIR = 1e-3;

    public GalleryPolicy {
        fmr = fmr == null ? DEFAULT_FMR : fmr;
        fpir = fpir == null ? DEFAULT_FPIR : fpir;
        enrollmentQuality = enrollmentQuality == null ? QualityLevel.STANDARD : enrollmentQuality;
        probeQuality = probeQuality == null ? QualityLevel.LENIENT : probeQuality;
        enrollmentFace = enrollmentFace == null ? FaceSelection.SINGLE : enrollmentFace;
        liveness = liveness == null ? LivenessChecks.OFF : liveness;
        duplicates = duplicates == null ? Duplicates.WARN : duplicates;
        imageRetention = imageRetention == null ? ImageRetention.NONE : imageRetention;
        consent = consent == null ? ConsentRule.REQUIRED : consent;
        retentionDays = retentionDays == null ? MAX_RETENTION_DAYS : retentionDays;
        challenge = challenge == null ? TurnChallenge.OFF : challenge;
    }
}
