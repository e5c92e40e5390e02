package io.janua.access.decision;

import io.janua.access.AntiPassback;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether somebody comes in again without having left. Where the point leads from one zone to another, they must be
 * where it begins; where it does not, they may not come again within the point's minutes. Of whom nothing is known may
 * be anywhere.
 */
final class AntiPassbackPolicy {

    private AntiPassbackPolicy() {}

    static boolean violated(Situation.Door door, Person person, Instant now) {
        if (door.settings().antiPassback() == AntiPassback.OFF) {
            return false;
        }
        Optional<Duration> forgottenAfter =
                Optional.ofNullable(door.settings().antiPassbackMinutes()).map(Duration::ofMinutes);
        if (!door.zoned()) {
            return forgottenAfter.isPresent()
                    && person.lastPassedHere()
                            .filter(last -> near(last, now, forgottenAfter.get()))
                            .isPresent();
        }
        return person.whereabouts()
                .filter(place -> forgottenAfter
                        .map(after -> near(place.since(), now, after))
                        .orElse(true))
                .filter(place -> !Objects.equals(place.zone(), door.zoneFrom()))
                .isPresent();
    }

    /** On either side: a clock that was set back must not lock anybody out for longer than the window. */
    static boolean near(Instant then, Instant now, Duration window) {
        return Duration.between(then, now).abs().compareTo(window) < 0;
    }
}
