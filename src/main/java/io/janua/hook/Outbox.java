package io.janua.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.janua.database.Sql;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The events of the tenant at hand, within the caller's transaction. */
@ApplicationScoped
class Outbox {

    /** Nobody would read it: then nothing is written. */
    private static final String ADD = """
            INSERT INTO outbox_event (id, tenant_id, type, source, gallery, subject, occurred_at, data)
            SELECT ?, t.id, ?, ?, ?, ?, ?, ?::jsonb FROM (SELECT ?::text AS id) t
            WHERE EXISTS (SELECT FROM hook h WHERE h.tenant_id = t.id AND h.enabled)
                OR EXISTS (SELECT FROM outbox o WHERE o.tenant_id = t.id AND o.followed_until > now())""";

    private static final String LOCK = "SELECT position FROM outbox WHERE tenant_id = ? FOR UPDATE";

    private static final String PLACE = """
            UPDATE outbox_event e SET position = placed.position
            FROM (SELECT id, ? + row_number() OVER (ORDER BY id) AS position
                FROM (SELECT id FROM outbox_event WHERE tenant_id = ? AND position IS NULL ORDER BY id LIMIT ?) p
            ) AS placed
            WHERE e.id = placed.id""";

    private static final String GROW = "UPDATE outbox SET position = position + ? WHERE tenant_id = ?";

    private static final String AFTER = """
            SELECT id, position, type, source, gallery, subject, occurred_at, data FROM outbox_event
            WHERE tenant_id = ? AND position > ? ORDER BY position LIMIT ?""";

    /** Where nothing was written for a while, a place is left out, so that whoever was there before learns of the gap. */
    private static final String BEGIN = """
            INSERT INTO outbox AS o (tenant_id, position, kept_from, followed_until) VALUES (?, 0, 1, ?)
            ON CONFLICT (tenant_id) DO UPDATE SET
                followed_until = greatest(o.followed_until, excluded.followed_until),
                position = o.position + CASE WHEN %1$s THEN 0 ELSE 1 END,
                kept_from = CASE WHEN %1$s THEN o.kept_from ELSE o.position + 2 END""".formatted("""
            (coalesce(o.followed_until > now(), false)
                OR EXISTS (SELECT FROM hook h WHERE h.tenant_id = o.tenant_id AND h.enabled))""");

    private static final String FORGET_SUBJECT = """
            UPDATE outbox_event SET subject = NULL, data = data - ?::text[]
            WHERE tenant_id = ? AND subject = ? AND gallery = ? AND type <> ? RETURNING id""";

    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    private final Sql sql;
    private final CurrentTenant tenant;
    private final ObjectMapper json;

    Outbox(Sql sql, CurrentTenant tenant, ObjectMapper json) {
        this.sql = sql;
        this.tenant = tenant;
        this.json = json;
    }

    /** Where the order has come to, and from where on nothing is missing. */
    record Reach(long position, long keptFrom) {}

    /** @param point empty for none; gallery and subject may be null */
    void add(
            UUID id,
            EventType type,
            String point,
            String gallery,
            String subject,
            Instant at,
            Map<String, Object> data) {
        sql.update(
                ADD,
                id,
                type.wireName(),
                point,
                gallery,
                subject,
                at.atOffset(ZoneOffset.UTC),
                written(data),
                tenant.id());
    }

    /**
     * From here on events are written, whoever else wants them.
     *
     * @param followedUntil for those who follow the stream; null for a hook
     */
    void begin(OffsetDateTime followedUntil) {
        sql.update(BEGIN, tenant.id(), followedUntil);
    }

    /** Gives events that have none their positions, the oldest first. One transaction after the other. */
    int place(int most) {
        sql.update(
                "INSERT INTO outbox (tenant_id, position, kept_from) VALUES (?, 0, 1) ON CONFLICT DO NOTHING",
                tenant.id());
        long last = sql.query(LOCK, row -> row.getLong(1), tenant.id()).getFirst();
        int placed = sql.update(PLACE, last, tenant.id(), most);
        if (placed > 0) {
            sql.update(GROW, placed, tenant.id());
        }
        return placed;
    }

    Reach reach() {
        return sql
                .query(
                        "SELECT position, kept_from FROM outbox WHERE tenant_id = ?",
                        row -> new Reach(row.getLong(1), row.getLong(2)),
                        tenant.id())
                .stream()
                .findFirst()
                .orElse(new Reach(0, 1));
    }

    List<OutboxEvent> after(long position, int most) {
        return sql.query(AFTER, this::event, tenant.id(), position, most);
    }

    /** @return the events that named the subject */
    List<UUID> forgetSubject(String gallery, String subject) {
        return sql.query(
                FORGET_SUBJECT,
                row -> row.getObject(1, UUID.class),
                new Sql.Array("text", OutboxEvent.PERSONAL.toArray()),
                tenant.id(),
                subject,
                gallery,
                EventType.SUBJECT_ERASE.wireName());
    }

    /** @return how many it was, at most the batch */
    int deleteBefore(Instant time, int batch) {
        return sql.update("""
                DELETE FROM outbox_event WHERE id IN (
                    SELECT id FROM outbox_event WHERE tenant_id = ? AND position IS NOT NULL AND occurred_at < ?
                    ORDER BY position LIMIT ?)""", tenant.id(), time.atOffset(ZoneOffset.UTC), batch);
    }

    /** Nothing before the first event that there is, is kept. */
    void noteWhatIsKept() {
        sql.update("""
                UPDATE outbox o SET kept_from = greatest(o.kept_from, coalesce(
                    (SELECT min(e.position) FROM outbox_event e WHERE e.tenant_id = o.tenant_id AND e.position IS NOT NULL),
                    o.position + 1))
                WHERE o.tenant_id = ?""", tenant.id());
    }

    /** Of a row with the columns of an event, from {@code id} on. */
    OutboxEvent event(ResultSet row) throws SQLException {
        return new OutboxEvent(
                row.getObject("id", UUID.class),
                row.getLong("position"),
                EventType.named(row.getString("type")),
                row.getString("source"),
                Optional.ofNullable(row.getString("gallery")),
                Optional.ofNullable(row.getString("subject")),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                read(row.getString("data")));
    }

    private String written(Map<String, Object> data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("facts are strings, numbers and booleans", impossible);
        }
    }

    private Map<String, Object> read(String data) {
        try {
            return json.readValue(data, DATA);
        } catch (JsonProcessingException altered) {
            throw new IllegalStateException("an event's data is not JSON as it was written", altered);
        }
    }
}
