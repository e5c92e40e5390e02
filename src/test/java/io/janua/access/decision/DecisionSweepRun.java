package io.janua.access.decision;

import io.quarkus.arc.Arc;

/** Lets the sweep come now. */
public final class DecisionSweepRun {

    private DecisionSweepRun() {}

    public static void now() {
        Arc.container().instance(DecisionSweep.class).get().run();
    }
}
