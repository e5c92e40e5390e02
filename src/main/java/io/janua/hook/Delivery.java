package io.janua.hook;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One event on its way to one hook.
 *
 * @param lane those of a lane go out one after the other
 * @param attempts made so far
 * @param stored whether it waited already
 * @param content empty when the event is not kept any more
 */
record Delivery(
        UUID event,
        long position,
        String lane,
        EventType type,
        String point,
        int attempts,
        Instant createdAt,
        boolean stored,
        Optional<OutboxEvent> content) {

    /** No point has such a name. What has a lane of its own waits for nobody, and nobody for it. */
    private static final String OWN_LANE = "~";

    static Delivery of(OutboxEvent event, Instant now) {
        return of(event, event.point(), now);
    }

    /** It waits for nobody. */
    static Delivery alone(OutboxEvent event, Instant now) {
        return of(event, ownLane(event.id()), now);
    }

    private static Delivery of(OutboxEvent event, String lane, Instant now) {
        return new Delivery(
                event.id(), event.position(), lane, event.type(), event.point(), 0, now, false, Optional.of(event));
    }

    static boolean isOwnLane(String lane) {
        return lane.startsWith(OWN_LANE);
    }

    static String ownLane(UUID event) {
        return OWN_LANE + event;
    }
}
