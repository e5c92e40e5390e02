package io.janua.access.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.janua.vision.FaceDescription;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a decision says beside point, person, outcome and reason, as it is stored. Nothing here names a person or could
 * be compared with a face.
 *
 * @param gallerySize how many were compared
 * @param by who overrode
 * @param remark why, in their words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record DecisionContent(
        @Nullable Instant capturedAt,
        @Nullable Instant expiresAt,
        @Nullable Integer openSeconds,
        @Nullable Evidence evidence,
        @Nullable String rule,
        @Nullable String schedule,
        @Nullable Passage passage,
        @Nullable Boolean antiPassbackViolated,
        @Nullable Boolean duress,
        @Nullable Instant blockedUntil,
        @Nullable String by,
        @Nullable String remark,
        @Nullable String correlation) {

    /** Of a grant that rests on nothing seen. */
    static DecisionContent opening(Instant expiresAt, int openSeconds, @Nullable String correlation) {
        return new DecisionContent(
                null, expiresAt, openSeconds, null, null, null, null, null, null, null, null, null, correlation);
    }

    /** @param actor who opened by hand */
    DecisionContent by(String actor, String remark) {
        return new DecisionContent(
                capturedAt,
                expiresAt,
                openSeconds,
                evidence,
                rule,
                schedule,
                passage,
                antiPassbackViolated,
                duress,
                blockedUntil,
                actor,
                remark,
                correlation);
    }

    /** What the decision about the person rests on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Evidence(
            @Nullable Double score,
            @Nullable Double threshold,
            @Nullable Double fmrOfScore,
            @Nullable Long gallerySize,
            @Nullable String model,
            FaceDescription.@Nullable LivenessResult liveness,
            FaceDescription.@Nullable Quality quality) {}

    /** From which zone to which; null for outside, or for nobody knows. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Passage(@Nullable String before, @Nullable String after) {}
}
