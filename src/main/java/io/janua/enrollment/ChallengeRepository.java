package io.janua.enrollment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ChallengeRepository implements PanacheRepositoryBase<Challenge, UUID> {

    /** @param invitation whose it must be; empty for staff */
    Optional<Challenge> of(UUID gallery, Optional<UUID> invitation, UUID challenge) {
        return find("id = ?1 and galleryId = ?2", challenge, gallery)
                .firstResultOptional()
                .filter(found -> Optional.ofNullable(found.invitationId).equals(invitation));
    }

    /** @return false when it was used or ended meanwhile */
    boolean use(UUID challenge, Instant now) {
        return update("usedAt = ?1 where id = ?2 and usedAt is null and expiresAt > ?1", now, challenge) > 0;
    }

    long deleteExpiredBefore(Instant time) {
        return delete("expiresAt < ?1", time);
    }
}
