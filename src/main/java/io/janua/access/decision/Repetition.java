package io.janua.access.decision;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Whether a ruling is one more of an event that is known already: somebody stands before a camera for a while. */
final class Repetition {

    private Repetition() {}

    /**
     * A grant stands for another request only while it can be used; then it lets nobody in who was not let in already.
     *
     * @return the decision that stands for both
     */
    static Optional<UUID> of(Ruling ruling, Optional<UUID> person, Facts facts, Instant now) {
        return facts.earlier().stream()
                .filter(one -> one.reason() == ruling.reason()
                        && person.equals(Optional.ofNullable(one.subject()))
                        && (one.same() ? ruling.reason() != AccessReason.RELEASED : merges(ruling.reason(), person)))
                .filter(one -> !(ruling instanceof Ruling.Granted granted)
                        || (facts.open(one, now) && granted.duress() == one.duress()))
                .map(Facts.Earlier::id)
                .findFirst();
    }

    private static boolean merges(AccessReason reason, Optional<UUID> person) {
        // Each wrong PIN is an attempt of its own. And of those who are let through unseen everyone is another one.
        return reason != AccessReason.PIN_WRONG && (person.isPresent() || reason.outcome() != AccessOutcome.GRANTED);
    }
}
