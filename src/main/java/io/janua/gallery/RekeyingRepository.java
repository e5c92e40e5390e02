package io.janua.gallery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class RekeyingRepository implements PanacheRepositoryBase<Rekeying, UUID> {

    /** Newest first. */
    List<Rekeying> before(Optional<UUID> last, int limit) {
        return last.map(id -> find("id < ?1 order by id desc", id))
                .orElseGet(() -> find("order by id desc"))
                .range(0, limit - 1)
                .list();
    }
}
