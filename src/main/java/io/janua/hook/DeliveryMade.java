package io.janua.hook;

import java.time.Duration;
import java.util.Optional;

/**
 * Something came of telling a hook, and is written down.
 *
 * @param kind of the hook's target
 * @param took the attempt; empty where the event was given up without one
 */
public record DeliveryMade(String kind, Outcome outcome, Optional<Duration> took) {

    public enum Outcome {
        DELIVERED,
        /** Another attempt follows. */
        RETRIED,
        /** Given up. */
        FAILED,
        /** Too late to be acted on. */
        EXPIRED
    }

    /** Empty for what merely waits. */
    static Optional<DeliveryMade> of(String kind, DeliveryResult result) {
        var took = result.attempt().map(Attempt::took);
        return switch (result.state()) {
            case DELIVERED -> Optional.of(new DeliveryMade(kind, Outcome.DELIVERED, took));
            case FAILED -> Optional.of(new DeliveryMade(kind, Outcome.FAILED, took));
            case EXPIRED -> Optional.of(new DeliveryMade(kind, Outcome.EXPIRED, took));
            case WAITING -> took.map(time -> new DeliveryMade(kind, Outcome.RETRIED, took));
        };
    }
}
