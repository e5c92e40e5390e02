package io.janua.access.decision;

import io.janua.access.PointMode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the database says, at one instant, of a point and of whoever came.
 *
 * @param pinFailures wrong PINs in a row
 * @param earlier decisions at the point within its debounce time, newest first
 * @param waiting another person who may pass, and waits at the point for a second one
 */
record Facts(
        boolean enabled,
        PointMode mode,
        boolean onBlockList,
        Optional<Place> place,
        int pinFailures,
        Optional<Instant> pinLockedUntil,
        Optional<Instant> lastPassedHere,
        List<Earlier> earlier,
        List<RuleFacts> rules,
        Optional<UUID> waiting) {

    /** @param before where the person was before that; null when nobody knows */
    @RegisterForReflection
    record Place(
            @Nullable String zone,
            Instant since,
            UUID point,
            UUID decision,
            @Nullable Whereabouts before) {

        Whereabouts whereabouts() {
            return new Whereabouts(zone, since, point, decision);
        }
    }

    /**
     * @param same whether the very same request led to it
     * @param expiresAt null when it is no grant
     */
    @RegisterForReflection
    record Earlier(
            UUID id,
            @Nullable UUID subject,
            AccessReason reason,
            Instant decidedAt,
            @Nullable Instant expiresAt,
            boolean duress,
            boolean same,
            @Nullable Boolean taken) {}

    /** The grant that the person has just got here, if any: what follows while it is open belongs to it. */
    Optional<Earlier> ownGrant(UUID subject, Instant now) {
        return earlier.stream()
                .filter(one -> subject.equals(one.subject()) && one.reason() == AccessReason.RULE && open(one, now))
                .findFirst();
    }

    /** Whether a grant can still be used: nobody said that it was, its time is not over, nothing came after it. */
    boolean open(Earlier grant, Instant now) {
        return grant.taken() == null
                && grant.expiresAt() != null
                && now.isBefore(grant.expiresAt())
                && place.filter(later -> !later.decision().equals(grant.id())
                                && later.since().isAfter(grant.decidedAt()))
                        .isEmpty();
    }
}
