package io.janua.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.janua.database.Sql;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hooks of the tenant at hand, and how far they are. */
@ApplicationScoped
class HookRows {

    private static final String INSERT = """
            INSERT INTO hook (id, tenant_id, name, description, enabled, events, points, galleries, include, target,
                secret, sealed, revision, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, 1, ?) ON CONFLICT (tenant_id, name) DO NOTHING""";

    private static final String UPDATE = """
            UPDATE hook SET name = ?, description = ?, enabled = ?, disabled_reason = ?, events = ?, points = ?,
                include = ?, target = ?::jsonb, secret = ?, sealed = ?, revision = revision + 1
            WHERE tenant_id = ? AND id = ?""";

    private static final String AFTER = """
            SELECT * FROM hook WHERE tenant_id = ? AND name > ? AND (?::text[] IS NULL OR galleries <@ ?::text[])
            ORDER BY name LIMIT ?""";

    /** From the last place that was given: what happened before is not for it. */
    private static final String BEGIN_NOW = """
            INSERT INTO hook_progress (hook_id, tenant_id, position)
            SELECT ?, o.tenant_id, o.position FROM outbox o WHERE o.tenant_id = ?
            ON CONFLICT (hook_id) DO UPDATE SET position = excluded.position""";

    private static final String ADVANCE = """
            UPDATE hook_progress SET position = greatest(position, ?),
                last_delivered_at = coalesce(?, last_delivered_at), last_failed_at = coalesce(?, last_failed_at),
                last_error = CASE WHEN ?::timestamptz IS NULL THEN last_error ELSE ? END
            WHERE hook_id = ? AND tenant_id = ?""";

    private static final String KNOWN_POINTS = """
            SELECT p.name FROM access_point p JOIN gallery g ON g.tenant_id = p.tenant_id AND g.id = p.gallery_id
            WHERE p.tenant_id = ? AND p.name = ANY (?) AND (?::text[] IS NULL OR g.name = ANY (?::text[]))""";

    private final Sql sql;
    private final CurrentTenant tenant;
    private final ObjectMapper json;

    HookRows(Sql sql, CurrentTenant tenant, ObjectMapper json) {
        this.sql = sql;
        this.tenant = tenant;
        this.json = json;
    }

    /** How far a hook is. */
    record Progress(
            long position,
            boolean touched,
            Optional<Instant> lastDeliveredAt,
            Optional<Instant> lastFailedAt,
            String lastError) {

        /** Whether it failed since it last succeeded. */
        boolean failing() {
            return lastFailedAt
                    .filter(failed -> lastDeliveredAt.map(failed::isAfter).orElse(true))
                    .isPresent();
        }
    }

    /** Whether there is anything new about a hook. */
    record Glance(long revision, boolean touched) {}

    /** @return false when the name is taken */
    boolean insert(Hook hook) {
        return sql.update(
                        INSERT,
                        hook.id(),
                        tenant.id(),
                        hook.name(),
                        hook.description(),
                        hook.enabled(),
                        texts(hook.events()),
                        texts(hook.points()),
                        hook.galleries().map(HookRows::texts).orElse(null),
                        texts(hook.include().stream().map(Enum::name).toList()),
                        written(hook.target()),
                        hook.passwords().map(Hook.Sealed::secret).orElse(null),
                        hook.passwords().map(Hook.Sealed::bytes).orElse(null),
                        utc(hook.createdAt()))
                > 0;
    }

    void update(Hook hook) {
        sql.update(
                UPDATE,
                hook.name(),
                hook.description(),
                hook.enabled(),
                hook.disabledReason(),
                texts(hook.events()),
                texts(hook.points()),
                texts(hook.include().stream().map(Enum::name).toList()),
                written(hook.target()),
                hook.passwords().map(Hook.Sealed::secret).orElse(null),
                hook.passwords().map(Hook.Sealed::bytes).orElse(null),
                tenant.id(),
                hook.id());
    }

    /** @return false when it was not enabled any more */
    boolean disable(UUID hook, String reason) {
        return sql.update(
                        "UPDATE hook SET enabled = false, disabled_reason = ?, revision = revision + 1"
                                + " WHERE tenant_id = ? AND id = ? AND enabled",
                        reason,
                        tenant.id(),
                        hook)
                > 0;
    }

    /** One tenant's hooks are counted and added one after the other. */
    int countAlone() {
        sql.query("SELECT pg_advisory_xact_lock(hashtextextended('hooks of ' || ?::text, 0))", _ -> 0, tenant.id());
        return sql.query("SELECT count(*) FROM hook WHERE tenant_id = ?", row -> row.getInt(1), tenant.id())
                .getFirst();
    }

    void delete(UUID hook) {
        sql.update("DELETE FROM hook WHERE tenant_id = ? AND id = ?", tenant.id(), hook);
    }

    Optional<Hook> named(String name) {
        return one("SELECT * FROM hook WHERE tenant_id = ? AND name = ?", tenant.id(), name);
    }

    /** Locked until the transaction ends. */
    Optional<Hook> locked(String name) {
        return one("SELECT * FROM hook WHERE tenant_id = ? AND name = ? FOR UPDATE", tenant.id(), name);
    }

    Optional<Hook> find(UUID id) {
        return one("SELECT * FROM hook WHERE tenant_id = ? AND id = ?", tenant.id(), id);
    }

    List<Hook> enabled() {
        return sql.query("SELECT * FROM hook WHERE tenant_id = ? AND enabled", this::hook, tenant.id());
    }

    /** @param galleries the only ones that the caller may see; empty for all */
    List<Hook> after(String last, Optional<List<String>> galleries, int limit) {
        var allowed = galleries.map(HookRows::texts).orElse(null);
        return sql.query(AFTER, this::hook, tenant.id(), last, allowed, allowed, limit);
    }

    /** Those of the points that there are. */
    Set<String> knownPoints(Collection<String> points, Optional<List<String>> galleries) {
        var allowed = galleries.map(HookRows::texts).orElse(null);
        return Set.copyOf(sql.query(
                KNOWN_POINTS, row -> row.getString(1), tenant.id(), texts(List.copyOf(points)), allowed, allowed));
    }

    void beginNow(UUID hook) {
        sql.update(BEGIN_NOW, hook, tenant.id());
    }

    Progress progress(UUID hook) {
        return sql.query(
                        "SELECT * FROM hook_progress WHERE hook_id = ? AND tenant_id = ?",
                        row -> new Progress(
                                row.getLong("position"),
                                row.getBoolean("touched"),
                                instant(row, "last_delivered_at"),
                                instant(row, "last_failed_at"),
                                row.getString("last_error")),
                        hook,
                        tenant.id())
                .getFirst();
    }

    /** Empty when the hook is not there any more. */
    Optional<Glance> glance(UUID hook) {
        return sql
                .query(
                        "SELECT h.revision, p.touched FROM hook h JOIN hook_progress p ON p.hook_id = h.id"
                                + " WHERE h.tenant_id = ? AND h.id = ?",
                        row -> new Glance(row.getLong(1), row.getBoolean(2)),
                        tenant.id(),
                        hook)
                .stream()
                .findFirst();
    }

    /** What it signs with is another thing. */
    void revise(UUID hook) {
        sql.update("UPDATE hook SET revision = revision + 1 WHERE tenant_id = ? AND id = ?", tenant.id(), hook);
    }

    /** @param failure why something failed; null where nothing did */
    void advance(UUID hook, long position, boolean delivered, String failure, Instant now) {
        OffsetDateTime failedAt = failure == null ? null : utc(now);
        sql.update(ADVANCE, position, delivered ? utc(now) : null, failedAt, failedAt, failure, hook, tenant.id());
    }

    /** Something else than a new event is there to be done for it. */
    void touch(UUID hook) {
        sql.update("UPDATE hook_progress SET touched = true WHERE hook_id = ? AND tenant_id = ?", hook, tenant.id());
    }

    void untouch(UUID hook) {
        sql.update(
                "UPDATE hook_progress SET touched = false WHERE hook_id = ? AND tenant_id = ? AND touched",
                hook,
                tenant.id());
    }

    private Optional<Hook> one(String query, Object... parameters) {
        return sql.query(query, this::hook, parameters).stream().findFirst();
    }

    private Hook hook(ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("sealed");
        return new Hook(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                row.getBoolean("enabled"),
                row.getString("disabled_reason"),
                texts(row.getArray("events")),
                texts(row.getArray("points")),
                Optional.ofNullable(row.getArray("galleries")).map(HookRows::texts),
                texts(row.getArray("include")).stream().map(Detail::valueOf).collect(Collectors.toUnmodifiableSet()),
                read(row.getString("target")),
                sealed == null ? Optional.empty() : Optional.of(new Hook.Sealed(row.getInt("secret"), sealed)),
                row.getLong("revision"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static Sql.Array texts(List<String> values) {
        return new Sql.Array("text", values.toArray());
    }

    private static List<String> texts(Array values) {
        try {
            return Stream.of((String[]) values.getArray()).toList();
        } catch (SQLException unreadable) {
            throw new IllegalStateException("an array of the database cannot be read", unreadable);
        }
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static String written(JsonNode node) {
        return node.toString();
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException altered) {
            throw new IllegalStateException("a hook's target is not JSON", altered);
        }
    }
}
