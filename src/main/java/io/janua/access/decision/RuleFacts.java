package io.janua.access.decision;

import io.janua.access.RuleDemands;
import io.janua.access.schedule.Schedule;
import java.util.List;
import java.util.Optional;

/**
 * A rule of the point, with what concerns the person.
 *
 * @param memberships the person's, in the groups that the rule names
 * @param escorted whether somebody of the rule's escort group has just passed
 */
record RuleFacts(
        String name,
        boolean enabled,
        Validity validity,
        boolean everyone,
        List<Validity> memberships,
        Optional<Times> times,
        RuleDemands demands,
        boolean escorted) {

    /** When it holds. */
    record Times(String name, Schedule schedule) {}

    RuleFacts {
        memberships = List.copyOf(memberships);
    }
}
