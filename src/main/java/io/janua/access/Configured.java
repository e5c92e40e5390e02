package io.janua.access;

import io.janua.event.Action;
import io.janua.event.Happening;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;

/** What is told of points, groups, schedules and rules alike. */
enum Configured {
    POINT("point"),
    GROUP("group"),
    SCHEDULE("schedule"),
    RULE("rule");

    private final String kind;

    Configured(String kind) {
        this.kind = kind;
    }

    /** @param gallery null for a schedule */
    Happening created(String gallery, String name) {
        return told("created", gallery, name);
    }

    /**
     * @param gallery null for a schedule
     * @param before what a change may change
     */
    Happening changed(String gallery, String name, Object before, Object after) {
        return Difference.tell(told("changed", gallery, name), before, after);
    }

    /** @param gallery null for a schedule */
    Happening deleted(String gallery, String name) {
        return told("deleted", gallery, name);
    }

    private Happening told(String outcome, String gallery, String name) {
        return Happening.of(Action.ACCESS_CONFIGURED)
                .in(gallery)
                .outcome(outcome)
                .with("kind", kind)
                .with("name", name);
    }

    /** Whether the name was taken; else what it refers to is gone. */
    static boolean isTaken(ConstraintViolationException refused) {
        return refused.getKind() == ConstraintKind.UNIQUE;
    }
}
