package io.janua.security;

import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How a key gets a new secret. */
@Schema(name = "ApiKeyRotation")
record ApiKeyRotation(
        @Schema(
                description = "How long the old secret stays good, ISO 8601, up to 30 days; PT24H when left out",
                examples = "PT24H",
                nullable = true)
        @DurationMin
        @DurationMax(days = 30)
        Duration overlap) {

    static final ApiKeyRotation USUAL = new ApiKeyRotation(Duration.ofHours(24));

    ApiKeyRotation {
        overlap = overlap == null ? USUAL.overlap : overlap;
    }
}
