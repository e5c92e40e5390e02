package io.janua.access.decision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/** What holds for the access points of all tenants. */
@ConfigMapping(prefix = "janua.access")
interface AccessConfig {

    /** How long it is kept who passed and who did not; the audit log keeps it beyond that. */
    @WithDefault("P90D")
    Duration keepDecisions();

    /** How long a decision that is asked for again under its {@code Idempotency-Key} is known as the same. */
    @WithDefault("PT24H")
    Duration keepIdempotencyKeys();

    /** Wrong PINs of one person in a row after which none is looked at for a while. */
    @WithDefault("5")
    @Min(1)
    @Max(100)
    int pinAttempts();

    /** Seconds for which none is looked at. */
    @WithDefault("60")
    @Positive
    @Max(86_400)
    int pinLockSeconds();
}
