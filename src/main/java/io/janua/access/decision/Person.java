package io.janua.access.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is known of the one who was recognised.
 *
 * @param lastPassedHere when they were last let through at this very point
 */
record Person(
        boolean suspended,
        Validity validity,
        boolean onBlockList,
        Pin pin,
        List<RuleFacts> rules,
        Optional<Whereabouts> whereabouts,
        Optional<Instant> lastPassedHere) {

    Person {
        rules = List.copyOf(rules);
    }
}
