package io.janua.hook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When to try again: as Standard Webhooks 1.0 proposes, over three days.
 *
 * @param jitter from -1 to 1: so that receivers that come back are not met by all at once
 */
record RetrySchedule(double jitter) {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final double SPREAD = 0.2;

    /** Whoever asks for more would never be told. */
    private static final Duration LONGEST_ASKED = Duration.ofHours(24);

    /**
     * @param attempts made so far, at least 1
     * @param retryAfter how long the receiver wants to be left alone
     * @return empty when it is to be given up
     */
    Optional<Duration> pauseAfter(int attempts, Optional<Duration> retryAfter) {
        if (attempts > PAUSES.size()) {
            return Optional.empty();
        }
        Duration usual = PAUSES.get(attempts - 1);
        Duration spread = Duration.ofMillis(Math.round(usual.toMillis() * (1 + SPREAD * jitter)));
        return Optional.of(retryAfter
                .map(asked -> asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked)
                .filter(asked -> asked.compareTo(spread) > 0)
                .orElse(spread));
    }
}
