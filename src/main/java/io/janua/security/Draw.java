package io.janua.security;

import java.time.Duration;

/**
 * What came of taking one token from a bucket.
 *
 * @param limit what the bucket holds when it is full
 * @param remaining what is left in it
 * @param untilNext how long until there is one again; zero where one was granted
 * @param untilFull how long until the bucket is full, if nobody draws
 */
record Draw(boolean granted, long limit, long remaining, Duration untilNext, Duration untilFull) {

    long secondsUntilFull() {
        return untilFull.plusSeconds(1).minusNanos(1).toSeconds();
    }

    /** The one that will refuse first, or refused already. */
    Draw tighter(Draw other) {
        if (granted != other.granted) {
            return granted ? other : this;
        }
        return remaining <= other.remaining ? this : other;
    }
}
