package io.janua.access.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.janua.access.PointRef;
import io.janua.database.Sql;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decisions in the database. */
@ApplicationScoped
class DecisionRows {

    private static final String INSERT = """
            INSERT INTO access_decision (id, tenant_id, gallery_id, point_id, subject_id, decided_at, outcome, reason,
                content, request_digest, idempotency_key)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?)""";

    static final String SELECT = """
            SELECT d.id, p.name AS point, g.name AS gallery, d.subject_id, s.external_id, s.name, d.decided_at, d.reason,
                d.content, d.taken, d.taken_at
            FROM access_decision d
            JOIN access_point p ON p.tenant_id = d.tenant_id AND p.id = d.point_id
            JOIN gallery g ON g.tenant_id = d.tenant_id AND g.id = d.gallery_id
            LEFT JOIN subject s ON s.tenant_id = d.tenant_id AND s.id = d.subject_id
            WHERE d.tenant_id = ?""";

    private static final String KEYED = """
            SELECT id, request_digest = ? AS same FROM access_decision
            WHERE tenant_id = ? AND point_id = ? AND idempotency_key = ?""";

    private static final String FOLLOW = """
            UPDATE access_decision SET taken = ?, taken_at = ?
            WHERE tenant_id = ? AND id = ? AND taken IS NULL""";

    private static final String FORGET_REQUESTS = """
            UPDATE access_decision SET request_digest = NULL, idempotency_key = NULL
            WHERE tenant_id = ? AND (request_digest IS NOT NULL OR idempotency_key IS NOT NULL)
                AND decided_at < CASE WHEN idempotency_key IS NULL THEN CAST(? AS timestamptz) ELSE CAST(? AS timestamptz) END""";

    private static final String DELETE = """
            DELETE FROM access_decision WHERE id IN (
                SELECT id FROM access_decision WHERE tenant_id = ? AND decided_at < ? ORDER BY decided_at LIMIT ?)""";

    private final Sql sql;
    private final CurrentTenant tenant;
    private final ObjectMapper json;

    DecisionRows(Sql sql, CurrentTenant tenant, ObjectMapper json) {
        this.sql = sql;
        this.tenant = tenant;
        this.json = json;
    }

    /** @param same whether everything of the request is as it was */
    record Keyed(UUID id, boolean same) {}

    void insert(Decision decision, PointRef point, byte[] digest, String idempotencyKey) {
        sql.update(
                INSERT,
                decision.id(),
                tenant.id(),
                point.gallery().id(),
                point.id(),
                decision.subjectId(),
                decision.decidedAt(),
                decision.outcome().name(),
                decision.reason().name(),
                written(decision.content()),
                digest,
                idempotencyKey);
    }

    /** The decision that was made under the key. */
    Optional<Keyed> keyed(UUID point, byte[] digest, String idempotencyKey) {
        return sql
                .query(
                        KEYED,
                        row -> new Keyed(row.getObject("id", UUID.class), row.getBoolean("same")),
                        digest,
                        tenant.id(),
                        point,
                        idempotencyKey)
                .stream()
                .findFirst();
    }

    Optional<Decision> find(UUID id) {
        return select(" AND d.id = ?", id).stream().findFirst();
    }

    /** @param more what follows the condition of {@link #SELECT}: further ones, order, limit */
    List<Decision> select(String more, Object... parameters) {
        List<Object> all = new ArrayList<>(List.of(tenant.id()));
        all.addAll(List.of(parameters));
        return sql.query(SELECT + " " + more, this::decision, all.toArray());
    }

    /** @return false when somebody has said so before */
    boolean follow(UUID id, boolean taken, Instant at) {
        return sql.update(FOLLOW, taken, at, tenant.id(), id) > 0;
    }

    /** After this no repetition of the requests before is known as one. */
    int forgetRequests(Instant withoutKeyBefore, Instant withKeyBefore) {
        return sql.update(FORGET_REQUESTS, tenant.id(), withoutKeyBefore, withKeyBefore);
    }

    /** @return how many; fewer than the limit when none is left */
    int deleteBefore(Instant time, int limit) {
        return sql.update(DELETE, tenant.id(), time, limit);
    }

    private Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                row.getObject("id", UUID.class),
                row.getString("point"),
                row.getString("gallery"),
                row.getObject("subject_id", UUID.class),
                row.getString("external_id"),
                row.getString("name"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                AccessReason.valueOf(row.getString("reason")),
                content(row.getString("content")),
                row.getObject("taken", Boolean.class),
                Optional.ofNullable(row.getObject("taken_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }

    private String written(DecisionContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a decision consists of plain values", impossible);
        }
    }

    private DecisionContent content(String stored) {
        try {
            return json.readValue(stored, DecisionContent.class);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("a stored decision cannot be read", malformed);
        }
    }
}
