package io.janua.gallery;

import io.quarkus.cache.CacheResult;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class TemplateRepository implements PanacheRepositoryBase<Template, UUID> {

    private static final String MODELS = """
            select sampleId, model from Template where galleryId = :gallery and subjectId = :subject order by model""";

    /** The models of each sample of a subject that has templates. */
    Map<UUID, List<String>> modelsOf(UUID gallery, UUID subject) {
        return getEntityManager()
                .createQuery(MODELS, Object[].class)
                .setParameter("gallery", gallery)
                .setParameter("subject", subject)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0], Collectors.mapping(row -> (String) row[1], Collectors.toList())));
    }

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
