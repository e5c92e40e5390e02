package io.janua.gallery;

import io.quarkus.cache.CacheResult;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

@ApplicationScoped
class TemplateRepository implements PanacheRepositoryBase<Template, UUID> {

    /** Whether templates are left from before there were rotations. Remembered, because every search asks. */
    @CacheResult(cacheName = "unprotected-templates")
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean anyUnprotected(String tenant) {
        return !getEntityManager()
                .createQuery("select 1 from Template where secret is null")
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
