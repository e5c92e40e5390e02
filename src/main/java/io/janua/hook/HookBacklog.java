package io.janua.hook;

import io.janua.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/** What all tenants' hooks have not been told yet. */
@ApplicationScoped
public class HookBacklog {

    private static final int COUNTED = 10_000;

    /** A hook's row in the scheduler's table says whose it is. */
    private static final String TENANTS = "SELECT DISTINCT regexp_replace(task_instance, '/[^/]*$', '') FROM hook_task";

    /**
     * From lane to lane by the index, because of a lane only its first one can be the oldest; then what a hook has not
     * come to, and what has no position yet.
     */
    private static final String WAITING = """
            SELECT (SELECT count(*) FROM (
                    SELECT FROM hook h JOIN hook_delivery d ON d.hook_id = h.id AND d.state = 'WAITING'
                    WHERE h.tenant_id = ? AND h.enabled LIMIT ?) w) AS waiting,
                least(
                    (SELECT min(head.created_at) FROM hook h CROSS JOIN LATERAL (
                        WITH RECURSIVE lanes AS (
                            (SELECT lane, created_at FROM hook_delivery
                                WHERE hook_id = h.id AND state = 'WAITING' ORDER BY lane, position LIMIT 1)
                            UNION ALL
                            SELECT n.lane, n.created_at FROM lanes l CROSS JOIN LATERAL (
                                SELECT d.lane, d.created_at FROM hook_delivery d
                                WHERE d.hook_id = h.id AND d.state = 'WAITING' AND d.lane > l.lane
                                ORDER BY d.lane, d.position LIMIT 1) n
                        )
                        SELECT created_at FROM lanes LIMIT ?) head
                        WHERE h.tenant_id = ? AND h.enabled),
                    (SELECT min(e.occurred_at) FROM hook h JOIN hook_progress p ON p.hook_id = h.id
                        CROSS JOIN LATERAL (
                            SELECT o.occurred_at FROM outbox_event o
                            WHERE o.tenant_id = h.tenant_id AND o.position > p.position ORDER BY o.position LIMIT 1) e
                        WHERE h.tenant_id = ? AND h.enabled),
                    (SELECT occurred_at FROM outbox_event
                        WHERE tenant_id = ? AND position IS NULL ORDER BY id LIMIT 1)) AS oldest""";

    private final Sql sql;
    private final HookDatabase database;

    HookBacklog(Sql sql, HookDatabase database) {
        this.sql = sql;
        this.database = database;
    }

    /**
     * @param deliveries that were tried or wait behind such a one, at most 10,000 of each tenant
     * @param oldest event that an enabled hook has not been told; empty when there is none
     */
    public record Untold(long deliveries, Optional<Instant> oldest) {

        private static final Untold NOTHING = new Untold(0, Optional.empty());

        private Untold and(Untold other) {
            return new Untold(
                    deliveries + other.deliveries,
                    Stream.of(oldest, other.oldest).flatMap(Optional::stream).min(Instant::compareTo));
        }
    }

    public Untold read() {
        return sql.query(TENANTS, row -> row.getString(1)).stream()
                .map(this::of)
                .reduce(Untold.NOTHING, Untold::and);
    }

    private Untold of(String tenant) {
        return database.call(
                tenant, () -> sql.query(WAITING, HookBacklog::untold, tenant, COUNTED, COUNTED, tenant, tenant, tenant)
                        .getFirst());
    }

    private static Untold untold(ResultSet row) throws SQLException {
        return new Untold(
                row.getLong("waiting"),
                Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
