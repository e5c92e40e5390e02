package io.janua.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class GroupRepository implements PanacheRepositoryBase<Group, UUID> {

    Optional<Group> named(String name) {
        return find("name", name).firstResultOptional();
    }

    /** Keeps the group as it is until the transaction ends. */
    Optional<Group> namedForUpdate(String name) {
        return find("name", name).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** None of them goes before the transaction ends. */
    List<Group> kept(Collection<String> names) {
        return find("name in ?1 order by name", names)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .list();
    }

    /** @param galleries in which they may be; empty for all */
    List<Group> after(String last, Optional<Set<UUID>> galleries, int limit) {
        var parameters = Parameters.with("last", last);
        String where = "name > :last";
        if (galleries.isPresent()) {
            where += " and galleryId in :galleries";
            parameters.and("galleries", galleries.get());
        }
        return find(where + " order by name", parameters).range(0, limit - 1).list();
    }
}
