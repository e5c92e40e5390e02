package io.janua.access.decision;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A place in a list that is ordered by time, and among equal times by id. */
record TimeKey(Instant time, UUID id) {

    private static final String SEPARATOR = "/";

    String text() {
        return time + SEPARATOR + id;
    }

    /** Empty for what is none; only the service itself writes cursors. */
    static Optional<TimeKey> parse(String text) {
        String[] parts = text.split(SEPARATOR, 2);
        try {
            return parts.length < 2
                    ? Optional.empty()
                    : Optional.of(new TimeKey(Instant.parse(parts[0]), UUID.fromString(parts[1])));
        } catch (DateTimeException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
