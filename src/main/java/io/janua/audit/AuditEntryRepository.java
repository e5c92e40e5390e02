package io.janua.audit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class AuditEntryRepository implements PanacheRepositoryBase<AuditEntry, UUID> {

    /**
     * Newest first.
     *
     * @param only the galleries that the caller may see; empty for all, and for what is in no gallery
     */
    List<AuditEntry> before(Optional<UUID> last, AuditFilter filter, Optional<List<String>> only, int limit) {
        var parameters = new Parameters();
        String where = filter.where(parameters);
        if (last.isPresent()) {
            where += " and id < :last";
            parameters.and("last", last.get());
        }
        if (only.isPresent()) {
            where += " and gallery in :only";
            parameters.and("only", only.get());
        }
        return find(where + " order by id desc", parameters).range(0, limit - 1).list();
    }

    Optional<AuditEntry> visible(UUID id, Optional<List<String>> only) {
        return findByIdOptional(id)
                .filter(entry ->
                        only.isEmpty() || entry.gallery != null && only.get().contains(entry.gallery));
    }
}
