package io.janua.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class ScheduleRepository implements PanacheRepositoryBase<StoredSchedule, UUID> {

    Optional<StoredSchedule> named(String name) {
        return find("name", name).firstResultOptional();
    }

    /** Keeps the schedule as it is until the transaction ends. */
    Optional<StoredSchedule> namedForUpdate(String name) {
        return find("name", name).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** It does not go before the transaction ends. */
    Optional<StoredSchedule> kept(String name) {
        return find("name", name).withLock(LockModeType.PESSIMISTIC_READ).firstResultOptional();
    }

    List<StoredSchedule> after(String last, int limit) {
        return find("name > ?1 order by name", last).range(0, limit - 1).list();
    }

    Map<UUID, String> names(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : list("id in ?1", Set.copyOf(ids)).stream()
                        .collect(Collectors.toMap(schedule -> schedule.id, schedule -> schedule.name));
    }
}
