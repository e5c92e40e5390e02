package io.janua.privacy;

import java.time.Duration;
import java.time.Instant;

/**
 * How long an unused subject is kept. Days have 24 hours here, so summer time moves nothing.
 *
 * @param days 1 or more
 */
record RetentionClock(int days) {

    RetentionClock {
        if (days < 1) {
            throw new IllegalArgumentException("retention of %d days".formatted(days));
        }
    }

    /** Subjects that were last used at this time or before are due at {@code now}. */
    Instant lastUseOfDue(Instant now) {
        return now.minus(Duration.ofDays(days));
    }
}
