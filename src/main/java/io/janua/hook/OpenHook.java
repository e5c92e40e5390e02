package io.janua.hook;

import io.quarkus.logging.Log;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A hook that is ready to be told something.
 *
 * @param names looks up what a subject is called
 */
record OpenHook(
        HookRef ref,
        long revision,
        boolean enabled,
        EventFilter filter,
        Set<Detail> include,
        HookChannel channel,
        Function<OutboxEvent, Optional<String>> names) {

    boolean actsOnGrants() {
        return channel.actsOnGrants(ref.target());
    }

    boolean wants(OutboxEvent event) {
        return filter.wants(event) && (!actsOnGrants() || actsOn(event.type()));
    }

    private boolean actsOn(EventType type) {
        boolean isDenial = type == EventType.ACCESS_DENIED || type == EventType.ACCESS_BLOCKED;
        return type == EventType.ACCESS_GRANTED || isDenial && channel.actsOnDenials(ref.target());
    }

    Attempt tell(OutboxEvent event, Duration limit) {
        long began = System.nanoTime();
        try {
            return channel.send(outgoing(event), limit);
        } catch (RuntimeException broken) {
            return failed(event, broken, began);
        }
    }

    /**
     * For as long as it is good: looking a name up takes of that time.
     *
     * @return empty where it was over before anybody could be told
     */
    Optional<Attempt> tellBefore(Instant end, OutboxEvent event, Duration limit) {
        long began = System.nanoTime();
        try {
            Outgoing outgoing = outgoing(event);
            Duration left = Duration.between(Instant.now(), end);
            return left.isPositive()
                    ? Optional.of(channel.send(outgoing, left.compareTo(limit) < 0 ? left : limit))
                    : Optional.empty();
        } catch (RuntimeException broken) {
            return Optional.of(failed(event, broken, began));
        }
    }

    private Outgoing outgoing(OutboxEvent event) {
        Optional<String> name = Payload.tellsName(event, include) ? names.apply(event) : Optional.empty();
        return new Outgoing(
                ref,
                event.id(),
                event.type().wireName(),
                event.occurredAt(),
                Optional.of(event.point()).filter(point -> !point.isEmpty()),
                Payload.data(event, include, name));
    }

    /** A fault of its own holds up this hook only, and is seen in its deliveries. */
    private static Attempt failed(OutboxEvent event, RuntimeException broken, long began) {
        Log.errorf(broken, "a channel failed at %s", event);
        return new Attempt(
                Attempt.Verdict.FAILED,
                Optional.empty(),
                Optional.empty(),
                Optional.of("Something went wrong inside Janua; the log says more."),
                Optional.empty(),
                Duration.ofNanos(System.nanoTime() - began));
    }

    @Override
    public String toString() {
        return "OpenHook[%s]".formatted(ref.name());
    }
}
