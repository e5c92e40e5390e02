package io.janua.access.decision;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it was made and stored.
 *
 * @param point the access point's name
 * @param gallery the gallery's name
 * @param subject whom it is about, by the caller's own id; null for nobody in particular, and when they were erased
 * @param taken whether the person has passed; null while nobody has said
 */
record Decision(
        UUID id,
        String point,
        String gallery,
        @Nullable UUID subjectId,
        @Nullable String subject,
        @Nullable String name,
        Instant decidedAt,
        AccessReason reason,
        DecisionContent content,
        @Nullable Boolean taken,
        @Nullable Instant takenAt) {

    AccessOutcome outcome() {
        return reason.outcome();
    }
}
