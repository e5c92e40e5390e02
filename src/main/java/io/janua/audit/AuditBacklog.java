package io.janua.audit;

import io.janua.database.Sql;
import io.janua.security.Acting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Entries of all tenants that wait for their place in the tree: usually none, or those of the last second. */
@ApplicationScoped
public class AuditBacklog {

    private static final int COUNTED = 100_000;

    private static final String WITH_PENDING_ENTRIES = "SELECT * FROM tenants_with_pending_entries()";

    private static final String COUNT = """
            SELECT count(*) FROM (
                SELECT FROM audit_entry WHERE tenant_id = ? AND leaf_index IS NULL LIMIT ?) pending""";

    /** Ids are in order of time. */
    private static final String OLDEST = """
            SELECT recorded_at FROM audit_entry
            WHERE tenant_id = ? AND leaf_index IS NULL ORDER BY id LIMIT 1""";

    private final Sql sql;

    AuditBacklog(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param entries at most 100,000 of each tenant
     * @param oldest empty when there are none
     */
    public record Pending(long entries, Optional<Instant> oldest) {}

    public Pending read() {
        long entries = 0;
        Optional<Instant> oldest = Optional.empty();
        for (String tenant : sql.query(WITH_PENDING_ENTRIES, row -> row.getString(1))) {
            Pending own = new Acting(tenant, "system:audit").call(() -> of(tenant));
            entries += own.entries();
            oldest = earlier(oldest, own.oldest());
        }
        return new Pending(entries, oldest);
    }

    private Pending of(String tenant) {
        List<Instant> oldest =
                sql.query(OLDEST, row -> row.getObject(1, OffsetDateTime.class).toInstant(), tenant);
        return new Pending(
                sql.query(COUNT, row -> row.getLong(1), tenant, COUNTED).getFirst(),
                oldest.stream().findFirst());
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && (other.isEmpty() || one.get().isBefore(other.get())) ? one : other;
    }
}
