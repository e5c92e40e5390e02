package io.janua.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class RuleRepository implements PanacheRepositoryBase<Rule, UUID> {

    Optional<Rule> named(String name) {
        return find("name", name).firstResultOptional();
    }

    /** Keeps the rule as it is until the transaction ends. */
    Optional<Rule> namedForUpdate(String name) {
        return find("name", name).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    List<Rule> byName(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1 order by name", ids);
    }
}
