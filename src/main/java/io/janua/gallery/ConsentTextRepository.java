package io.janua.gallery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ConsentTextRepository implements PanacheRepositoryBase<ConsentText, UUID> {

    List<ConsentText> of(UUID gallery, Collection<String> versions) {
        return list("galleryId = ?1 and version in ?2", gallery, versions);
    }

    /** In the order in which they were first shown, which is the order of their ids. */
    List<ConsentText> after(UUID gallery, Optional<UUID> last, int limit) {
        return last.map(id -> find("galleryId = ?1 and id > ?2 order by id", gallery, id))
                .orElseGet(() -> find("galleryId = ?1 order by id", gallery))
                .range(0, limit - 1)
                .list();
    }
}
