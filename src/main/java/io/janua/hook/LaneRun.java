package io.janua.hook;

import io.janua.hook.Attempt.Verdict;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/**
 * Tells the deliveries of one lane, one after the other, as far as they get: the first one that fails holds those behind
 * it back until it is told or given up. Who acts on grants, though, never goes back behind something newer.
 */
final class LaneRun {

    static final Duration LIMIT = Duration.ofSeconds(15);
    static final String SUPERSEDED = "Something newer was decided at the access point.";

    /** A device that did not hear is asked again soon, while it still helps. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final Duration FRESH_DENIAL = Duration.ofSeconds(10);
    private static final String NOT_KEPT = "The event is not kept any more.";
    private static final String NOT_WANTED = "The hook is not told of such events any more.";
    private static final String BROKEN = "Something went wrong inside Janua; the log says more.";
    private static final String TOO_LATE = "The grant's time was over before it could be acted on.";

    private final OpenHook hook;
    private final DoubleSupplier jitter;
    private final BooleanSupplier stopping;

    /** @param jitter from -1 to 1 */
    LaneRun(OpenHook hook, DoubleSupplier jitter, BooleanSupplier stopping) {
        this.hook = hook;
        this.jitter = jitter;
        this.stopping = stopping;
    }

    /** @param until from then on nothing more is begun, so that what was done is recorded */
    List<DeliveryResult> run(List<Delivery> lane, Instant until) {
        List<DeliveryResult> results = new ArrayList<>();
        boolean held = false;
        for (int i = 0; i < lane.size(); i++) {
            Delivery delivery = lane.get(i);
            boolean superseded = hook.actsOnGrants() && i < lane.size() - 1;
            if (superseded && delivery.stored()) {
                results.add(DeliveryResult.ended(delivery, DeliveryState.EXPIRED, SUPERSEDED));
            } else if (held) {
                results.add(DeliveryResult.waits(delivery, Optional.empty()));
            } else if (stopping.getAsBoolean() || Instant.now().isAfter(until)) {
                results.add(DeliveryResult.waits(delivery, Optional.of(Instant.now())));
                held = true;
            } else {
                DeliveryResult result = told(delivery);
                // What a device did not do at once is not done after what was decided since.
                boolean over = superseded && result.waits();
                results.add(over ? result.expired() : result);
                held = result.waits() && !over;
            }
        }
        return results;
    }

    /** One that cannot be told must not keep the others' outcome from being recorded. */
    private DeliveryResult told(Delivery delivery) {
        try {
            return tell(delivery);
        } catch (RuntimeException broken) {
            Log.errorf(broken, "a delivery of %s could not be told", hook);
            return DeliveryResult.ended(delivery, DeliveryState.FAILED, BROKEN);
        }
    }

    private DeliveryResult tell(Delivery delivery) {
        if (delivery.content().isEmpty()) {
            return DeliveryResult.ended(delivery, DeliveryState.FAILED, NOT_KEPT);
        }
        OutboxEvent event = delivery.content().get();
        if (!hook.actsOnGrants()) {
            return judged(delivery, hook.tell(event, LIMIT));
        }
        // The hook may have become another one while it waited.
        if (!hook.wants(event)) {
            return DeliveryResult.ended(delivery, DeliveryState.EXPIRED, NOT_WANTED);
        }
        Instant end = endOf(event);
        if (!Instant.now().isBefore(end)) {
            return DeliveryResult.ended(delivery, DeliveryState.EXPIRED, TOO_LATE);
        }
        return hook.tellBefore(end, event, LIMIT)
                .map(attempt -> judgedWhileGood(delivery, attempt, end))
                .orElseGet(() -> DeliveryResult.ended(delivery, DeliveryState.EXPIRED, TOO_LATE));
    }

    /** A grant that does not say when it ends has ended: a door stays shut by mistake, and opens by none. */
    private static Instant endOf(OutboxEvent event) {
        return switch (event.type()) {
            case ACCESS_GRANTED ->
                event.data().get("expiresAt") instanceof String end ? Instant.parse(end) : Instant.MIN;
            case ACCESS_DENIED, ACCESS_BLOCKED -> event.occurredAt().plus(FRESH_DENIAL);
            case ACCESS_TAKEN,
                    ACCESS_NOT_TAKEN,
                    ACCESS_MODE,
                    SUBJECT_ERASE,
                    FACE_ENROLL,
                    FACE_DELETE,
                    CONSENT_GIVE,
                    CONSENT_WITHDRAW,
                    IMPORT_FINISH,
                    MODEL_DRIFTED,
                    MODEL_STEADY -> Instant.MIN;
            case HOOK_TEST -> Instant.now().plus(LIMIT);
        };
    }

    private DeliveryResult judged(Delivery delivery, Attempt attempt) {
        return switch (attempt.verdict()) {
            case DELIVERED -> DeliveryResult.tried(delivery, DeliveryState.DELIVERED, Optional.empty(), attempt);
            case GONE -> DeliveryResult.tried(delivery, DeliveryState.FAILED, Optional.empty(), attempt);
            case FAILED -> {
                if (stopping.getAsBoolean()) {
                    // It may have failed because this process ends.
                    yield DeliveryResult.waits(delivery, Optional.of(Instant.now()));
                }
                var pause = new RetrySchedule(jitter.getAsDouble())
                        .pauseAfter(delivery.attempts() + 1, attempt.retryAfter());
                yield pause.isEmpty()
                        ? DeliveryResult.tried(delivery, DeliveryState.FAILED, Optional.empty(), attempt)
                        : DeliveryResult.tried(
                                delivery, DeliveryState.WAITING, pause.map(Instant.now()::plus), attempt);
            }
        };
    }

    private DeliveryResult judgedWhileGood(Delivery delivery, Attempt attempt, Instant end) {
        if (attempt.verdict() != Verdict.FAILED) {
            return judged(delivery, attempt);
        }
        Instant again = Instant.now().plus(SOON);
        return again.isBefore(end)
                ? DeliveryResult.tried(delivery, DeliveryState.WAITING, Optional.of(again), attempt)
                : DeliveryResult.tried(delivery, DeliveryState.EXPIRED, Optional.empty(), attempt);
    }
}
