package io.janua.hook;

import java.time.Duration;
import java.util.Collection;

/** One way to tell somebody of an event. Every bean that is one is found by its targets' type. */
public interface HookChannel {

    boolean serves(HookTarget target);

    /**
     * Whether it only acts, as a relay does: then it is told of grants alone, and of none whose time is over.
     */
    boolean actsOnGrants(HookTarget target);

    /** Whether it, too, is told of denials and blocks, while they are fresh. For channels that act on grants only. */
    default boolean actsOnDenials(HookTarget target) {
        return false;
    }

    /**
     * Checks what the target's constraints cannot, for example a certificate.
     *
     * @throws io.janua.problem.Problem {@code validation_failed} with the field
     */
    void check(HookTarget target);

    /**
     * Tells one event, within the time. Whatever the receiver does, comes back as an {@link Attempt}. It may come again
     * with the same event, and {@code hook.test} comes to every channel: nothing opens because of it.
     */
    Attempt send(Outgoing outgoing, Duration limit);

    /** The hook was changed, disabled or deleted: connections of it end. */
    default void forget(HookRef hook) {}

    /** The hook was deleted: what it left behind at its receiver may go. After {@link #forget}. */
    default void deleted(HookRef hook) {}

    /**
     * Comes again and again, on each instance, with all hooks that are enabled: a channel with lasting connections opens
     * those that are missing, and ends those that another instance's hooks no longer ask for.
     */
    default void keep(Collection<HookRef> enabled) {}

    /** Whether a lasting connection to the receiver is open: then nothing waits for it because nobody answered. */
    default boolean isConnected(HookRef hook) {
        return false;
    }
}
