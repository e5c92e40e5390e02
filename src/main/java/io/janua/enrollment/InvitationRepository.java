package io.janua.enrollment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The gallery is in every query because the index begins with it. */
@ApplicationScoped
class InvitationRepository implements PanacheRepositoryBase<Invitation, UUID> {

    private static final String OF_SUBJECT = "galleryId = ?1 and subjectId = ?2";
    private static final String OPEN = "usedAt is null and revokedAt is null and expiresAt > ";

    /** As {@link Invitation#state} says. */
    private static final String STATE = """
            case when usedAt is not null then 'USED' when revokedAt is not null then 'REVOKED'
                when expiresAt > :now then 'OPEN' else 'EXPIRED' end""";

    /** Locked until the transaction ends, so that it is not used and revoked at once. */
    Optional<Invitation> locked(UUID gallery, UUID subject, UUID invitation) {
        return find(OF_SUBJECT + " and id = ?3", gallery, subject, invitation)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Optional<Invitation> locked(UUID invitation) {
        return find("id", invitation).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Locked until the transaction ends; at most one, while whoever asks has the subject's lock. */
    Optional<Invitation> open(UUID gallery, UUID subject, Instant now) {
        return find(OF_SUBJECT + " and " + OPEN + "?3", gallery, subject, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Locked until the transaction ends. */
    List<Invitation> openBy(String actor, Instant now) {
        return find("createdBy = ?1 and " + OPEN + "?2 order by id", actor, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Of all subjects of the gallery. */
    List<Invitation> after(UUID gallery, Optional<InvitationState> state, Instant now, Optional<UUID> last, int limit) {
        var parameters = Parameters.with("gallery", gallery);
        String where = "galleryId = :gallery";
        if (state.isPresent()) {
            where += " and " + STATE + " = :state";
            parameters.and("now", now).and("state", state.get().name());
        }
        if (last.isPresent()) {
            where += " and id > :last";
            parameters.and("last", last.get());
        }
        return find(where + " order by id", parameters).range(0, limit - 1).list();
    }

    /** In order of creation, which is the order of their ids. */
    List<Invitation> after(UUID gallery, UUID subject, Optional<UUID> last, int limit) {
        return last.map(id -> find(OF_SUBJECT + " and id > ?3 order by id", gallery, subject, id))
                .orElseGet(() -> find(OF_SUBJECT + " order by id", gallery, subject))
                .range(0, limit - 1)
                .list();
    }

    long deleteExpiredBefore(Instant time) {
        return delete("expiresAt < ?1", time);
    }
}
