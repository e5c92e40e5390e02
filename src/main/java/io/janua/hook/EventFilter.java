package io.janua.hook;

import java.util.Optional;
import java.util.Set;

/**
 * Which events somebody is told of.
 *
 * @param types empty for all
 * @param points empty for all, and for events of none
 * @param galleries empty for all; else events that concern no gallery are left out
 */
record EventFilter(Set<EventType> types, Set<String> points, Optional<Set<String>> galleries) {

    boolean wants(OutboxEvent event) {
        return (types.isEmpty() || types.contains(event.type()))
                && (points.isEmpty() || points.contains(event.point()))
                && galleries
                        .map(allowed ->
                                event.gallery().filter(allowed::contains).isPresent())
                        .orElse(true);
    }
}
