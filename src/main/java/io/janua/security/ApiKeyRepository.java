package io.janua.security;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, UUID> {

    /** In order of creation, which is the order of their ids. */
    List<ApiKey> after(Optional<UUID> last, int limit) {
        return last.map(id -> find("id > ?1 order by id", id))
                .orElseGet(() -> find("order by id"))
                .range(0, limit - 1)
                .list();
    }
}
