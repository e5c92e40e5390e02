package io.janua.hook;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What was decided at access points last: who acts on grants must not act on one that something newer has overtaken.
 *
 * @param decided positions of the last decision or change of mode, by point
 * @param modes positions of the last change of mode, by point
 */
record PointNews(Map<String, Long> decided, Map<String, Long> modes) {

    static final PointNews NONE = new PointNews(Map.of(), Map.of());

    /** @param events in order */
    static PointNews of(Collection<OutboxEvent> events) {
        Map<String, Long> decided = new HashMap<>();
        Map<String, Long> modes = new HashMap<>();
        for (OutboxEvent event : events) {
            if (event.type().supersedesGrants()) {
                decided.put(event.point(), event.position());
            }
            if (event.type() == EventType.ACCESS_MODE) {
                modes.put(event.point(), event.position());
            }
        }
        return new PointNews(decided, modes);
    }

    /** Whether a delivery that waits there may be overtaken. */
    boolean mayConcern(String lane) {
        return decided.containsKey(lane) || Delivery.isOwnLane(lane) && !decided.isEmpty();
    }

    /** Whether one that was not acted on yet is not to be acted on any more. */
    boolean supersedes(Delivery waiting) {
        return decided.getOrDefault(waiting.point(), 0L) > waiting.position();
    }

    /** Whether it must not even be begun: the door was locked down, or set to another mode, since. */
    boolean forbids(Delivery fresh) {
        return modes.getOrDefault(fresh.point(), 0L) > fresh.position();
    }
}
