package io.janua.bench;

import java.util.concurrent.atomic.AtomicBoolean;

/** Something that has to be undone once: when its owner is closed, or else when this process ends (Ctrl-C). */
final class AtExit {

    private static final AtomicBoolean ENDING = new AtomicBoolean();

    private final AtomicBoolean done = new AtomicBoolean();
    private final Runnable undo;
    private final Thread hook = Thread.ofPlatform().unstarted(this::undoAtTheEnd);

    /** @throws IllegalStateException when this process ends already: then nothing may be begun that needs undoing */
    AtExit(Runnable undo) {
        this.undo = undo;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the process was interrupted and is cleaning up. */
    static boolean ending() {
        return ENDING.get();
    }

    void now() {
        forget();
        undoOnce();
    }

    /** Nothing is left to undo. */
    void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // The hook runs at this moment; the flag keeps anything from being undone twice.
        }
    }

    private void undoAtTheEnd() {
        ENDING.set(true);
        undoOnce();
    }

    private void undoOnce() {
        if (done.compareAndSet(false, true)) {
            undo.run();
        }
    }
}
