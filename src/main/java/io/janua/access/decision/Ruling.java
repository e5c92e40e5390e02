package io.janua.access.decision;

import java.time.Instant;
import java.util.Optional;

/** What the policy says, with the one reason for it. */
sealed interface Ruling {

    AccessReason reason();

    /**
     * @param rule that permits it, if one does
     * @param antiPassbackViolated the person comes in again without having left, which the point only tells
     * @param duress the person is threatened
     */
    record Granted(
            AccessReason reason,
            Optional<String> rule,
            Optional<String> schedule,
            boolean antiPassbackViolated,
            boolean duress)
            implements Ruling {

        static Granted to(AccessReason reason) {
            return new Granted(reason, Optional.empty(), Optional.empty(), false, false);
        }
    }

    record Denied(AccessReason reason) implements Ruling {}

    /** @param until when it ends by itself, where it does */
    record Blocked(AccessReason reason, Optional<Instant> until) implements Ruling {}

    /** For what needs no more words. */
    static Ruling of(AccessReason reason) {
        return switch (reason.outcome()) {
            case GRANTED -> Granted.to(reason);
            case DENIED -> new Denied(reason);
            case BLOCKED -> new Blocked(reason, Optional.empty());
        };
    }
}
