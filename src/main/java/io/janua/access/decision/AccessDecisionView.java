package io.janua.access.decision;

import io.janua.access.wiegand.WiegandFormat;
import io.janua.access.wiegand.WiegandFrame;
import io.janua.vision.FaceDescription;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer at the door. */
@Schema(name = "AccessDecision")
record AccessDecisionView(
        UUID id,

        @Schema(description = "The access point's name") String point,

        String gallery,
        AccessOutcome outcome,

        @Schema(description = "Why: exactly one") AccessReason reason,

        @Schema(description = "The reason in ONVIF's words; absent when granted") @Nullable
        OnvifReason onvifReason,

        @Schema(description = "True when this is an earlier decision, by its Idempotency-Key or within debounceSeconds")
        boolean repeated,

        @Schema(description = "Whom it is about; of what was not granted only shown to those who may read access")
        @Nullable
        String subject,

        @Nullable String name,
        Instant decidedAt,

        @Schema(description = "When the picture was taken, as the device said") @Nullable
        Instant capturedAt,

        @Schema(description = "Until when the grant may be acted on; absent when not granted") @Nullable
        Instant expiresAt,

        @Schema(description = "For how long the door opens; absent when not granted") @Nullable
        Integer openSeconds,

        @Schema(description = "Cosine similarity, -1 to 1; absent when nobody was found or compared") @Nullable
        Double score,

        @Schema(description = "The score from which on it is a match; absent when nothing was compared") @Nullable
        Double threshold,

        @Schema(description = "How often two different people reach the score; the lowest measured rate means: at most")
        @Nullable
        Double fmrOfScore,

        @Schema(description = "How many were compared: 1 with a card") @Nullable
        Long gallerySize,

        @Schema(description = "The embedding model; absent when nothing was computed") @Nullable
        String model,

        @Schema(description = "Absent when presentation attack detection did not run")
        FaceDescription.@Nullable LivenessResult liveness,

        @Schema(description = "Of the best picture; absent when none shows a face")
        FaceDescription.@Nullable Quality quality,

        @Schema(description = "The rule that permits it") @Nullable
        String rule,

        @Schema(description = "That rule's schedule") @Nullable
        String schedule,

        @Schema(description = "Where the person was; absent for outside, and where nobody knows") @Nullable
        String zoneBefore,

        @Schema(description = "Where the person is now; absent for outside, and where the point does not say") @Nullable
        String zoneAfter,

        @Schema(description = "The person has come in again without having left, which the point only tells")
        boolean antiPassbackViolated,

        @Schema(
                description =
                        "The person entered the PIN for being threatened; shown only to those who may read access")
        @Nullable
        Boolean duress,

        @Schema(description = "Always true: the decision is made for a controller, which may decide otherwise")
        boolean external,

        @Schema(description = "Who opened by hand") @Nullable
        String by,

        @Schema(description = "Why they did") @Nullable String remark,

        @Schema(description = "The request's X-Request-Id") @Nullable
        String correlation,

        @Schema(description = "Whether the person has passed; absent until somebody says") @Nullable
        Boolean taken,

        @Nullable Instant takenAt,

        @Schema(description = "Until when no PIN of the person is looked at") @Nullable
        Instant blockedUntil,

        @Schema(description = "The person's card as a reader would send it, where the point says so and it fits")
        @Nullable
        Wiegand wiegand,

        @Schema(description = "False when nothing could be written down: the service failed, and the point is to open")
        boolean recorded) {

    /** A frame for a panel's card reader input. */
    @Schema(name = "AccessWiegand")
    record Wiegand(
            WiegandFormat format,
            @Nullable Integer facility,
            long number,

            @Schema(description = "Zeros and ones as they go over the wires, parities included")
            String bits) {

        static Wiegand of(WiegandFrame frame) {
            return new Wiegand(
                    frame.format(),
                    frame.facility().isPresent() ? frame.facility().getAsInt() : null,
                    frame.number(),
                    frame.bits());
        }
    }

    /**
     * @param reads whether the caller may see who it is about whatever the outcome
     */
    static AccessDecisionView of(Decision decision, boolean repeated, boolean reads, Optional<WiegandFrame> card) {
        var content = decision.content();
        boolean granted = decision.outcome() == AccessOutcome.GRANTED;
        boolean shown = granted || reads;
        var evidence = Optional.ofNullable(content.evidence());
        var passage = Optional.ofNullable(content.passage());
        return new AccessDecisionView(
                decision.id(),
                decision.point(),
                decision.gallery(),
                decision.outcome(),
                decision.reason(),
                decision.reason().onvif().orElse(null),
                repeated,
                shown ? decision.subject() : null,
                shown ? decision.name() : null,
                decision.decidedAt(),
                content.capturedAt(),
                content.expiresAt(),
                content.openSeconds(),
                evidence.map(DecisionContent.Evidence::score).orElse(null),
                evidence.map(DecisionContent.Evidence::threshold).orElse(null),
                evidence.map(DecisionContent.Evidence::fmrOfScore).orElse(null),
                evidence.map(DecisionContent.Evidence::gallerySize).orElse(null),
                evidence.map(DecisionContent.Evidence::model).orElse(null),
                evidence.map(DecisionContent.Evidence::liveness).orElse(null),
                evidence.map(DecisionContent.Evidence::quality).orElse(null),
                content.rule(),
                content.schedule(),
                passage.map(DecisionContent.Passage::before).orElse(null),
                passage.map(DecisionContent.Passage::after).orElse(null),
                Boolean.TRUE.equals(content.antiPassbackViolated()),
                reads ? Boolean.TRUE.equals(content.duress()) : null,
                true,
                content.by(),
                content.remark(),
                content.correlation(),
                decision.taken(),
                decision.takenAt(),
                content.blockedUntil(),
                card.map(Wiegand::of).orElse(null),
                decision.reason() != AccessReason.FAILED_SAFE);
    }
}
