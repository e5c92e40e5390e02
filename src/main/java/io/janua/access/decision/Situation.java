package io.janua.access.decision;

import io.janua.access.PointMode;
import io.janua.access.PointSettings;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision depends on, at one instant.
 *
 * @param person present exactly when the sighting is {@link Sighting.Known}
 * @param otherWaits whether another person, who may pass too, has just come and still waits for a second one
 */
record Situation(Instant now, Door door, Sighting sighting, Card card, Optional<Person> person, boolean otherWaits) {

    /**
     * The access point.
     *
     * @param zoneFrom null for outside
     * @param zoneTo null for outside
     */
    record Door(
            boolean enabled,
            PointMode mode,
            PointSettings settings,
            @Nullable String zoneFrom,
            @Nullable String zoneTo) {

        /** Whether passing it says where somebody is. */
        boolean zoned() {
            return zoneFrom != null || zoneTo != null;
        }

        /** Whether it matters who comes. */
        boolean looks() {
            return mode == PointMode.NORMAL && enabled;
        }
    }

    Situation {
        if (person.isPresent() != (sighting instanceof Sighting.Known)) {
            throw new IllegalArgumentException("a person is known exactly when they were recognised");
        }
    }
}
