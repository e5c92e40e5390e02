package io.janua.security;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, UUID> {

    /**
     * The key, locked until the transaction ends. Keys that manage keys are locked together and in order, so that two
     * callers neither take the last two of them nor wait for each other.
     */
    Optional<ApiKey> findLocked(UUID id) {
        var found = findByIdOptional(id);
        found.ifPresent(key -> {
            if (key.manages()) {
                existsAnotherManager(id);
            }
            getEntityManager().refresh(key, LockModeType.PESSIMISTIC_WRITE);
        });
        return found;
    }

    /** Whether a valid key other than this one manages keys. Those rows stay locked until the transaction ends. */
    boolean existsAnotherManager(UUID key) {
        return find("revokedAt is null and (expiresAt is null or expiresAt > instant) order by id")
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .anyMatch(other -> !other.id.equals(key) && other.manages());
    }

    /** In order of creation, which is the order of their ids. */
    List<ApiKey> after(Optional<UUID> last, int limit) {
        return last.map(id -> find("id > ?1 order by id", id))
                .orElseGet(() -> find("order by id"))
                .range(0, limit - 1)
                .list();
    }
}
