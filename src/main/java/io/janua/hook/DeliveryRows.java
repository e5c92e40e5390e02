package io.janua.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.janua.database.Sql;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What hooks of the tenant at hand were told, and what waits to be. Many rows are one statement. */
@ApplicationScoped
class DeliveryRows {

    private static final String INSERT = """
            INSERT INTO hook_delivery (hook_id, tenant_id, event_id, position, lane, type, point, state, attempts,
                next_attempt_at, request, answer, error, duration_ms, created_at, delivered_at)
            SELECT ?, ?, r.* FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) r
            ON CONFLICT (hook_id, event_id) DO NOTHING""";

    private static final String UPDATE = """
            UPDATE hook_delivery d SET state = r.state, attempts = r.attempts, next_attempt_at = r.next_attempt_at,
                request = coalesce(r.request, d.request), answer = r.answer, error = r.error,
                duration_ms = r.duration_ms, delivered_at = r.delivered_at
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) r (event_id, state, attempts, next_attempt_at, request, answer, error,
                duration_ms, delivered_at)
            WHERE d.hook_id = ? AND d.tenant_id = ? AND d.event_id = r.event_id""";

    /** From lane to lane by the index, however many wait in each. */
    private static final String LANES = """
            WITH RECURSIVE lanes AS (
                (SELECT lane, next_attempt_at FROM hook_delivery
                    WHERE hook_id = ?1 AND state = 'WAITING' ORDER BY lane, position LIMIT 1)
                UNION ALL
                SELECT n.lane, n.next_attempt_at FROM lanes l CROSS JOIN LATERAL (
                    SELECT d.lane, d.next_attempt_at FROM hook_delivery d
                    WHERE d.hook_id = ?1 AND d.state = 'WAITING' AND d.lane > l.lane
                    ORDER BY d.lane, d.position LIMIT 1) n
            )
            SELECT lane, next_attempt_at FROM lanes""";

    private static final String WAITING = """
            SELECT d.event_id, d.lane, d.attempts, d.created_at, d.position AS place, d.type AS kind, d.point,
                e.id, coalesce(e.position, 0) AS position, e.type, e.source, e.gallery, e.subject, e.occurred_at, e.data
            FROM hook_delivery d LEFT JOIN outbox_event e ON e.tenant_id = d.tenant_id AND e.id = d.event_id
            WHERE d.hook_id = ? AND d.tenant_id = ? AND d.state = 'WAITING' AND d.lane = ? ORDER BY d.position LIMIT ?""";

    private static final String COUNT_WAITING = """
            SELECT count(*) FROM (
                SELECT FROM hook_delivery WHERE hook_id = ? AND tenant_id = ? AND state = 'WAITING' LIMIT 10000) w""";

    private static final String BEFORE = """
            SELECT * FROM hook_delivery WHERE hook_id = ? AND tenant_id = ? AND event_id < ? %s
            ORDER BY event_id DESC LIMIT ?""";

    private static final String REPLAY = """
            UPDATE hook_delivery SET state = 'WAITING', lane = ?, attempts = 0, next_attempt_at = now(), error = NULL,
                delivered_at = NULL
            WHERE hook_id = ? AND tenant_id = ? AND event_id = ? AND state <> 'WAITING'""";

    private static final String HURRY = """
            UPDATE hook_delivery SET next_attempt_at = now()
            WHERE hook_id = ?1 AND tenant_id = ?2 AND event_id = (
                SELECT d.event_id FROM hook_delivery d
                WHERE d.hook_id = ?1 AND d.state = 'WAITING' AND d.lane = (
                    SELECT o.lane FROM hook_delivery o WHERE o.hook_id = ?1 AND o.event_id = ?3)
                ORDER BY d.position LIMIT 1)""";

    /** The attempt is one more than the schedule has, so it is not counted. */
    private static final String HURRY_UNANSWERED = """
            UPDATE hook_delivery SET next_attempt_at = now(), attempts = attempts - 1
            WHERE hook_id = ? AND tenant_id = ? AND state = 'WAITING' AND next_attempt_at > now() AND attempts > 0
                AND answer IS NULL AND event_id <> ALL (?)""";

    private static final String STILL_NAMING =
            "SELECT id FROM outbox_event WHERE tenant_id = ? AND id = ANY (?) AND subject IS NOT NULL";

    private static final UUID LAST = new UUID(-1, -1);

    private final Sql sql;
    private final CurrentTenant tenant;
    private final ObjectMapper json;

    DeliveryRows(Sql sql, CurrentTenant tenant, ObjectMapper json) {
        this.sql = sql;
        this.tenant = tenant;
        this.json = json;
    }

    /** @param told of one hook */
    void record(UUID hook, Collection<DeliveryResult> told, Instant now) {
        var results = withoutErased(told);
        var fresh =
                results.stream().filter(result -> !result.delivery().stored()).toList();
        var stored =
                results.stream().filter(result -> result.delivery().stored()).toList();
        if (!fresh.isEmpty()) {
            insert(hook, fresh, now);
        }
        if (!stored.isEmpty()) {
            update(hook, stored, now);
        }
    }

    /** The lanes in which something waits, each with when its first one is due. */
    Map<String, Instant> lanes(UUID hook, Instant now) {
        Map<String, Instant> lanes = new HashMap<>();
        sql.query(
                LANES.replace("?1", "?"),
                row -> lanes.put(
                        row.getString(1), instant(row, "next_attempt_at").orElse(now)),
                hook,
                hook);
        return lanes;
    }

    /** In order. */
    List<Delivery> waiting(UUID hook, String lane, Outbox outbox, int most) {
        return sql.query(
                WAITING,
                row -> new Delivery(
                        row.getObject("event_id", UUID.class),
                        row.getLong("place"),
                        row.getString("lane"),
                        EventType.named(row.getString("kind")),
                        row.getString("point"),
                        row.getInt("attempts"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        true,
                        row.getObject("id") == null ? Optional.empty() : Optional.of(outbox.event(row))),
                hook,
                tenant.id(),
                lane,
                most);
    }

    /** To 10,000. */
    int countWaiting(UUID hook) {
        return sql.query(COUNT_WAITING, row -> row.getInt(1), hook, tenant.id()).getFirst();
    }

    /** Newest first. */
    List<DeliveryView> before(UUID hook, Optional<UUID> last, Optional<DeliveryState> state, int limit) {
        String inState =
                state.map(wanted -> "AND state = '%s'".formatted(wanted.name())).orElse("");
        return sql.query(
                BEFORE.formatted(inState), row -> view(row, false), hook, tenant.id(), last.orElse(LAST), limit);
    }

    Optional<DeliveryView> find(UUID hook, UUID event) {
        return sql
                .query(
                        "SELECT * FROM hook_delivery WHERE hook_id = ? AND tenant_id = ? AND event_id = ?",
                        row -> view(row, true),
                        hook,
                        tenant.id(),
                        event)
                .stream()
                .findFirst();
    }

    /** What waits is tried now with what is before it; what has ended goes out again by itself. */
    void replay(UUID hook, UUID event) {
        int replayed = sql.update(REPLAY, Delivery.ownLane(event), hook, tenant.id(), event);
        if (replayed == 0) {
            sql.update(HURRY.replaceAll("\\?[123]", "?"), hook, tenant.id(), hook, hook, event);
        }
    }

    /**
     * The receiver is there again: what it did not answer need not wait for its time. What it answered no to does.
     *
     * @param tried just now, which they need not be again
     * @return whether there was anything
     */
    boolean hurryUnanswered(UUID hook, Collection<UUID> tried) {
        return sql.update(HURRY_UNANSWERED, hook, tenant.id(), new Sql.Array("uuid", tried.toArray())) > 0;
    }

    /** They named somebody who is erased. */
    void forgetRequests(List<UUID> events) {
        if (!events.isEmpty()) {
            sql.update(
                    "UPDATE hook_delivery SET request = NULL, answer = NULL WHERE tenant_id = ? AND event_id = ANY (?)"
                            + " AND hook_id IN (SELECT id FROM hook WHERE tenant_id = ?)",
                    tenant.id(),
                    new Sql.Array("uuid", events.toArray()),
                    tenant.id());
        }
    }

    /**
     * Those of hooks that are gone too.
     *
     * @return how many it was, at most the batch
     */
    int deleteBefore(Instant time, int batch) {
        return sql.update("""
                DELETE FROM hook_delivery WHERE (hook_id, event_id) IN (
                    SELECT d.hook_id, d.event_id FROM hook_delivery d
                    WHERE d.tenant_id = ? AND (d.created_at < ? OR NOT EXISTS (SELECT FROM hook h WHERE h.id = d.hook_id))
                    LIMIT ?)""", tenant.id(), time.atOffset(ZoneOffset.UTC), batch);
    }

    /** While somebody is told of a subject, it may be erased: then nothing is kept of what was said. */
    private List<DeliveryResult> withoutErased(Collection<DeliveryResult> told) {
        var named = told.stream()
                .filter(result -> result.attempt().isPresent())
                .filter(result -> result.delivery()
                        .content()
                        .flatMap(OutboxEvent::subject)
                        .isPresent())
                .map(result -> result.delivery().event())
                .toArray();
        if (named.length == 0) {
            return List.copyOf(told);
        }
        var erased = new HashSet<Object>(Arrays.asList(named));
        sql.query(STILL_NAMING, row -> row.getObject(1, UUID.class), tenant.id(), new Sql.Array("uuid", named))
                .forEach(erased::remove);
        return told.stream()
                .map(result -> erased.contains(result.delivery().event()) ? result.withoutContent() : result)
                .toList();
    }

    private void insert(UUID hook, List<DeliveryResult> results, Instant now) {
        sql.update(
                INSERT,
                hook,
                tenant.id(),
                array("uuid", results, result -> result.delivery().event()),
                array("int8", results, result -> result.delivery().position()),
                array("text", results, result -> result.delivery().lane()),
                array("text", results, result -> result.delivery().type().wireName()),
                array("text", results, result -> result.delivery().point()),
                array("text", results, result -> result.state().name()),
                array("int4", results, DeliveryResult::attempts),
                array("timestamptz", results, result -> result.nextAttempt().orElse(null)),
                array("text", results, this::request),
                array("text", results, this::answer),
                array("text", results, result -> result.error().orElse(null)),
                array("int4", results, DeliveryRows::millis),
                array("timestamptz", results, result -> result.delivery().createdAt()),
                array("timestamptz", results, result -> deliveredAt(result, now)));
    }

    private void update(UUID hook, List<DeliveryResult> results, Instant now) {
        sql.update(
                UPDATE,
                array("uuid", results, result -> result.delivery().event()),
                array("text", results, result -> result.state().name()),
                array("int4", results, DeliveryResult::attempts),
                array("timestamptz", results, result -> result.nextAttempt().orElse(null)),
                array("text", results, this::request),
                array("text", results, this::answer),
                array("text", results, result -> result.error().orElse(null)),
                array("int4", results, DeliveryRows::millis),
                array("timestamptz", results, result -> deliveredAt(result, now)),
                hook,
                tenant.id());
    }

    private static <T> Sql.Array array(String type, List<T> of, Function<T, Object> value) {
        return new Sql.Array(type, of.stream().map(value).toArray());
    }

    private String request(DeliveryResult result) {
        return result.attempt()
                .flatMap(Attempt::request)
                .map(DeliveryView.Request::of)
                .map(this::written)
                .orElse(null);
    }

    private String answer(DeliveryResult result) {
        return result.attempt()
                .flatMap(Attempt::answer)
                .map(DeliveryView.Answer::of)
                .map(this::written)
                .orElse(null);
    }

    private static Integer millis(DeliveryResult result) {
        return result.attempt()
                .map(attempt -> Math.toIntExact(attempt.took().toMillis()))
                .orElse(null);
    }

    private static Instant deliveredAt(DeliveryResult result, Instant now) {
        return result.state() == DeliveryState.DELIVERED ? now : null;
    }

    private DeliveryView view(ResultSet row, boolean whole) throws SQLException {
        String point = row.getString("point");
        return new DeliveryView(
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                point.isEmpty() ? null : point,
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                instant(row, "next_attempt_at").orElse(null),
                whole ? read(row.getString("request"), DeliveryView.Request.class) : null,
                whole ? read(row.getString("answer"), DeliveryView.Answer.class) : null,
                row.getString("error"),
                row.getObject("duration_ms", Integer.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "delivered_at").orElse(null));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** PostgreSQL's text takes no zero byte, and a receiver may send one. */
    private String written(Object shown) {
        try {
            return json.writeValueAsString(shown).replace("\\u0000", "\\ufffd");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record of texts is written as JSON", impossible);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException altered) {
            throw new IllegalStateException("a delivery is not as it was written", altered);
        }
    }
}
