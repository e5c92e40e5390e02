package io.janua.hook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Something that happened, as it waits to be told.
 *
 * @param position in the tenant's order, from 1; 0 for what happened nowhere, as a test does
 * @param point the access point, in whose order it is told; empty for none
 */
record OutboxEvent(
        UUID id,
        long position,
        EventType type,
        String point,
        Optional<String> gallery,
        Optional<String> subject,
        Instant occurredAt,
        Map<String, Object> data) {

    /** Facts that say of whom without naming them: the card's number, and whoever let them in. */
    static final Set<String> PERSONAL = Set.of("wiegand", "wiegandFormat", "wiegandFacility", "wiegandNumber", "by");

    OutboxEvent withoutSubject() {
        Map<String, Object> left = new LinkedHashMap<>(data);
        left.keySet().removeAll(PERSONAL);
        return new OutboxEvent(id, position, type, point, gallery, Optional.empty(), occurredAt, left);
    }

    boolean isAbout(String gallery, String subject) {
        return this.subject.filter(subject::equals).isPresent()
                && this.gallery.filter(gallery::equals).isPresent();
    }

    @Override
    public String toString() {
        return "OutboxEvent[%s %s]".formatted(type.wireName(), id);
    }
}
