package io.janua.access;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
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
class PointRepository implements PanacheRepositoryBase<Point, UUID> {

    Optional<Point> named(String name) {
        return find("name", name).firstResultOptional();
    }

    /** Keeps the point as it is until the transaction ends. */
    Optional<Point> namedForUpdate(String name) {
        return find("name", name).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** None of them goes before the transaction ends. */
    List<Point> kept(Collection<String> names) {
        return find("name in ?1 order by name", names)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .list();
    }

    /** Locked one after the other, by name, until the transaction ends. */
    List<Point> allForUpdate(Optional<Set<UUID>> galleries) {
        return in(galleries, "").withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** @param galleries in which they may be; empty for all */
    List<Point> after(String last, Optional<Set<UUID>> galleries, int limit) {
        return in(galleries, last).range(0, limit - 1).list();
    }

    private PanacheQuery<Point> in(Optional<Set<UUID>> galleries, String last) {
        var parameters = Parameters.with("last", last);
        String where = "name > :last";
        if (galleries.isPresent()) {
            where += " and galleryId in :galleries";
            parameters.and("galleries", galleries.get());
        }
        return find(where + " order by name", parameters);
    }
}
