package io.janua.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class BlockRepository implements PanacheRepositoryBase<Block, UUID> {

    /** One that has ended is none. */
    Optional<Block> inForce(UUID subject, Instant now) {
        return findByIdOptional(subject).filter(block -> block.holdsAt(now));
    }

    /**
     * Those in force, in the order of their subjects' ids.
     *
     * @param galleries in which they may be; empty for all
     */
    List<Block> after(Optional<UUID> last, Optional<Set<UUID>> galleries, Instant now, int limit) {
        var parameters = Parameters.with("now", now);
        String where = "(until is null or until > :now)";
        if (galleries.isPresent()) {
            where += " and galleryId in :galleries";
            parameters.and("galleries", galleries.get());
        }
        if (last.isPresent()) {
            where += " and subjectId > :last";
            parameters.and("last", last.get());
        }
        return find(where + " order by subjectId", parameters)
                .range(0, limit - 1)
                .list();
    }
}
