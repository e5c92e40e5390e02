package io.janua.gallery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class GalleryRepository implements PanacheRepositoryBase<Gallery, UUID> {

    Optional<Gallery> named(String name) {
        return find("name", name).firstResultOptional();
    }

    /** Keeps the gallery as it is until the transaction ends; subjects still come and go. */
    Optional<Gallery> namedForUpdate(String name) {
        return find("name", name).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /**
     * Keeps subjects out until the transaction ends. Hibernate's own lock, FOR NO KEY UPDATE, lets in new rows that
     * refer to the gallery.
     */
    Optional<Gallery> lockedForDeletion(UUID id) {
        Optional<Gallery> gallery = findByIdOptional(id);
        return gallery.filter(found -> !getEntityManager()
                .createNativeQuery(
                        "SELECT id FROM gallery WHERE tenant_id = :tenant AND id = :id FOR UPDATE", UUID.class)
                .setParameter("tenant", found.tenantId)
                .setParameter("id", id)
                .getResultList()
                .isEmpty());
    }

    /** @param only the galleries that the caller may see; empty for all */
    List<Gallery> after(String lastName, Optional<List<String>> only, int limit) {
        var parameters = Parameters.with("last", lastName);
        String where = "name > :last";
        if (only.isPresent()) {
            where += " and name in :only";
            parameters.and("only", only.get());
        }
        return find(where + " order by name", parameters).range(0, limit - 1).list();
    }
}
