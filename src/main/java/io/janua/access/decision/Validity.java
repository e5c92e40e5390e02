package io.janua.access.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when until when something holds.
 *
 * @param from null for always until now
 * @param until the first instant at which it does not hold; null for ever after
 */
record Validity(@Nullable Instant from, @Nullable Instant until) {

    static final Validity ALWAYS = new Validity(null, null);

    boolean begun(Instant now) {
        return from == null || !from.isAfter(now);
    }

    boolean over(Instant now) {
        return until != null && !until.isAfter(now);
    }

    boolean holds(Instant now) {
        return begun(now) && !over(now);
    }
}
