package io.janua.hook;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a delivery, or did not yet.
 *
 * @param attempts made by now
 * @param nextAttempt of one that waits and is the first of its lane
 * @param attempt the last one; empty where none was made
 * @param error why it was given up without one
 */
record DeliveryResult(
        Delivery delivery,
        DeliveryState state,
        int attempts,
        Optional<Instant> nextAttempt,
        Optional<Attempt> attempt,
        Optional<String> error) {

    static DeliveryResult waits(Delivery delivery, Optional<Instant> nextAttempt) {
        return new DeliveryResult(
                delivery, DeliveryState.WAITING, delivery.attempts(), nextAttempt, Optional.empty(), Optional.empty());
    }

    static DeliveryResult ended(Delivery delivery, DeliveryState state, String error) {
        return new DeliveryResult(
                delivery, state, delivery.attempts(), Optional.empty(), Optional.empty(), Optional.of(error));
    }

    static DeliveryResult tried(
            Delivery delivery, DeliveryState state, Optional<Instant> nextAttempt, Attempt attempt) {
        return new DeliveryResult(
                delivery, state, delivery.attempts() + 1, nextAttempt, Optional.of(attempt), attempt.error());
    }

    /** What waited for another attempt gets none. */
    DeliveryResult expired() {
        return new DeliveryResult(
                delivery,
                DeliveryState.EXPIRED,
                attempts,
                Optional.empty(),
                attempt,
                error.or(() -> Optional.of(LaneRun.SUPERSEDED)));
    }

    /** That it was tried, but not what was said. */
    DeliveryResult withoutContent() {
        return new DeliveryResult(delivery, state, attempts, nextAttempt, attempt.map(Attempt::withoutContent), error);
    }

    boolean waits() {
        return state == DeliveryState.WAITING;
    }

    boolean failed() {
        return error.isPresent();
    }
}
