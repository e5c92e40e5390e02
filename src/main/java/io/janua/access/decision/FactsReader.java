package io.janua.access.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.janua.access.PointMode;
import io.janua.access.PointRef;
import io.janua.access.RuleDemands;
import io.janua.tenant.CurrentTenant;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Reads all that a decision depends on in one statement: each round trip would cost as much as the whole of it. */
@ApplicationScoped
class FactsReader {

    private static final String PERSON = """
            SELECT CAST(jsonb_build_object('id', s.id, 'externalId', s.external_id, 'name', s.name,
                'suspended', s.status <> 'ACTIVE', 'from', s.valid_from, 'until', s.valid_until) AS text)
            FROM subject s WHERE s.tenant_id = :tenant AND s.id = :subject""";

    private static final String LOCK_PERSON = PERSON + " FOR NO KEY UPDATE";

    private static final String LOCK_POINT = "SELECT pg_advisory_xact_lock(hashtextextended(CAST(:point AS text), 0))";

    /** Rows of (what, JSON). */
    private static final String FACTS = """
            WITH mine AS (
                SELECT g.rule_id,
                    jsonb_agg(jsonb_build_object('from', m.valid_from, 'until', m.valid_until)) AS memberships
                FROM access_group_member m
                JOIN access_rule_group g ON g.tenant_id = m.tenant_id AND g.group_id = m.group_id
                WHERE m.tenant_id = :tenant AND m.subject_id = CAST(:subject AS uuid)
                GROUP BY g.rule_id
            ), rules AS (
                SELECT r.*, coalesce(mine.memberships, '[]') AS memberships
                FROM access_rule_point rp
                JOIN access_rule r ON r.tenant_id = rp.tenant_id AND r.id = rp.rule_id
                LEFT JOIN mine ON mine.rule_id = r.id
                WHERE rp.tenant_id = :tenant AND rp.point_id = :point
                    AND CAST(:subject AS uuid) IS NOT NULL
                    AND (:allRules OR r.everyone OR mine.rule_id IS NOT NULL)
            )
            SELECT 'door', CAST(jsonb_build_object('enabled', p.enabled, 'mode', lower(p.mode)) AS text)
            FROM access_point p WHERE p.tenant_id = :tenant AND p.id = :point
            UNION ALL
            SELECT 'block', 'true' FROM access_block b
            WHERE b.tenant_id = :tenant AND b.subject_id = CAST(:subject AS uuid)
                AND (b.until IS NULL OR b.until > :now)
            UNION ALL
            SELECT 'place', CAST(jsonb_build_object('zone', w.zone, 'since', w.since, 'point', w.point_id,
                'decision', w.decision_id, 'before', w.before) AS text)
            FROM access_presence w WHERE w.tenant_id = :tenant AND w.subject_id = CAST(:subject AS uuid)
            UNION ALL
            SELECT 'pin', CAST(jsonb_build_object('failures', a.failures, 'lockedUntil', a.locked_until) AS text)
            FROM access_pin_attempt a WHERE a.tenant_id = :tenant AND a.subject_id = CAST(:subject AS uuid)
            UNION ALL
            SELECT 'passed', CAST(to_jsonb(max(d.decided_at)) AS text)
            FROM access_decision d
            WHERE d.tenant_id = :tenant AND d.subject_id = CAST(:subject AS uuid) AND d.point_id = :point
                AND d.reason = 'RULE' AND d.taken IS NOT FALSE
                AND d.decided_at > :rememberedSince AND d.decided_at < :rememberedUntil
            HAVING max(d.decided_at) IS NOT NULL
            UNION ALL
            SELECT 'earlier', CAST(jsonb_agg(jsonb_build_object('id', d.id, 'subject', d.subject_id,
                'reason', lower(d.reason), 'decidedAt', d.decided_at, 'expiresAt', d.content -> 'expiresAt',
                'duress', coalesce(CAST(d.content ->> 'duress' AS boolean), false),
                'same', coalesce(d.request_digest = :digest, false), 'taken', d.taken)
                ORDER BY d.decided_at DESC, d.id DESC) AS text)
            FROM access_decision d
            WHERE d.tenant_id = :tenant AND d.point_id = :point
                AND d.decided_at > :repeatedSince AND d.decided_at < :repeatedUntil
            HAVING count(*) > 0
            UNION ALL
            (SELECT 'waiting', CAST(to_jsonb(d.subject_id) AS text) FROM access_decision d
            JOIN subject s ON s.tenant_id = d.tenant_id AND s.id = d.subject_id AND s.status = 'ACTIVE'
                AND (s.valid_from IS NULL OR s.valid_from <= :now) AND (s.valid_until IS NULL OR s.valid_until > :now)
            WHERE d.tenant_id = :tenant AND d.point_id = :point AND d.reason = 'SECOND_PERSON_AWAITED'
                AND d.subject_id <> CAST(:subject AS uuid)
                AND d.decided_at > :waitsSince AND d.decided_at < :waitsUntil
                AND NOT EXISTS (SELECT FROM access_decision g
                    WHERE g.tenant_id = :tenant AND g.point_id = :point AND g.reason = 'RULE'
                        AND g.decided_at >= d.decided_at AND g.decided_at < :waitsUntil)
                AND NOT EXISTS (SELECT FROM access_block b
                    WHERE b.tenant_id = :tenant AND b.subject_id = d.subject_id AND (b.until IS NULL OR b.until > :now))
                AND NOT EXISTS (SELECT FROM access_presence w
                    WHERE w.tenant_id = :tenant AND w.subject_id = d.subject_id AND w.since > d.decided_at)
            ORDER BY d.decided_at DESC LIMIT 1)
            UNION ALL
            SELECT 'schedule', CAST(jsonb_build_object('id', s.id, 'name', s.name, 'content', s.content) AS text)
            FROM access_schedule s
            WHERE s.tenant_id = :tenant AND s.id IN (SELECT schedule_id FROM rules WHERE enabled)
            UNION ALL
            SELECT 'rule', CAST(jsonb_build_object('name', r.name, 'enabled', r.enabled, 'from', r.valid_from,
                'until', r.valid_until, 'everyone', r.everyone, 'memberships', r.memberships,
                'schedule', CASE WHEN r.enabled THEN r.schedule_id END, 'demands', r.demands,
                'escorted', r.escort_group_id IS NOT NULL AND EXISTS (
                    SELECT FROM access_decision d
                    JOIN access_group_member m ON m.tenant_id = d.tenant_id AND m.subject_id = d.subject_id
                    WHERE d.tenant_id = :tenant AND d.point_id = :point AND d.reason = 'RULE'
                        AND d.taken IS NOT FALSE AND d.subject_id <> CAST(:subject AS uuid)
                        AND d.decided_at > CAST(:now AS timestamptz) - make_interval(secs => CAST(r.demands ->> 'escortSeconds' AS int))
                        AND d.decided_at < CAST(:now AS timestamptz) + make_interval(secs => CAST(r.demands ->> 'escortSeconds' AS int))
                        AND m.group_id = r.escort_group_id
                        AND (m.valid_from IS NULL OR m.valid_from <= :now)
                        AND (m.valid_until IS NULL OR m.valid_until > :now))) AS text)
            FROM rules r""";

    private static final TypeReference<List<Facts.Earlier>> EARLIER = new TypeReference<>() {};

    private final EntityManager entities;
    private final CurrentTenant tenant;
    private final ObjectMapper json;
    private final Schedules schedules;

    FactsReader(EntityManager entities, CurrentTenant tenant, ObjectMapper json, Schedules schedules) {
        this.entities = entities;
        this.tenant = tenant;
        this.json = json;
        this.schedules = schedules;
    }

    /** Of the person's own record. */
    @RegisterForReflection
    record Owner(UUID id, String externalId, String name, boolean suspended, Instant from, Instant until) {

        Validity validity() {
            return new Validity(from, until);
        }
    }

    @RegisterForReflection
    private record DoorRow(boolean enabled, PointMode mode) {}

    @RegisterForReflection
    private record PinRow(int failures, Instant lockedUntil) {}

    @RegisterForReflection
    private record RuleRow(
            String name,
            boolean enabled,
            Instant from,
            Instant until,
            boolean everyone,
            List<Validity> memberships,
            UUID schedule,
            RuleDemands demands,
            boolean escorted) {

        RuleFacts facts(Map<UUID, RuleFacts.Times> times) {
            return new RuleFacts(
                    name,
                    enabled,
                    new Validity(from, until),
                    everyone,
                    memberships,
                    Optional.ofNullable(schedule).map(times::get),
                    demands,
                    escorted);
        }
    }

    /**
     * One decision about a person goes after the other, and nobody erases them meanwhile.
     *
     * @return empty when the person is gone
     */
    Optional<Owner> lock(UUID subject) {
        return owner(LOCK_PERSON, subject);
    }

    Optional<Owner> owner(UUID subject) {
        return owner(PERSON, subject);
    }

    private Optional<Owner> owner(String sql, UUID subject) {
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, String.class)
                .setParameter("tenant", tenant.id())
                .setParameter("subject", subject)
                .getResultStream()
                .findFirst()
                .map(found -> read(found, Owner.class));
    }

    /** One decision at the point goes after the other. After {@link #lock(UUID)}, where both are needed. */
    void lockPoint(UUID point) {
        entities.createNativeQuery(LOCK_POINT)
                .setParameter("point", point.toString())
                .getResultList();
    }

    /**
     * @param subject null for nobody in particular
     * @param allRules also those that do not concern the person
     * @throws java.util.NoSuchElementException when the point is gone
     */
    Facts read(PointRef point, UUID subject, byte[] digest, Instant now, boolean allRules) {
        var settings = point.settings();
        Duration remembered = Duration.ofMinutes(
                Optional.ofNullable(settings.antiPassbackMinutes()).orElse(0));
        Duration waits = Duration.ofSeconds(settings.twoPersons() ? settings.twoPersonSeconds() : 0);
        Duration repeated = Duration.ofSeconds(settings.debounceSeconds());
        List<Object[]> rows = entities.unwrap(Session.class)
                .createNativeQuery(FACTS, Object[].class)
                .setParameter("tenant", tenant.id())
                .setParameter("point", point.id())
                .setParameter("subject", subject == null ? null : subject.toString())
                .setParameter("allRules", allRules)
                .setParameter("digest", digest)
                .setParameter("now", now)
                .setParameter("rememberedSince", now.minus(remembered))
                .setParameter("rememberedUntil", now.plus(remembered))
                .setParameter("waitsSince", now.minus(waits))
                .setParameter("waitsUntil", now.plus(waits))
                .setParameter("repeatedSince", now.minus(repeated))
                .setParameter("repeatedUntil", now.plus(repeated))
                .getResultList();
        return facts(rows.stream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0], Collectors.mapping(row -> (String) row[1], Collectors.toList()))));
    }

    private Facts facts(Map<String, List<String>> rows) {
        DoorRow door = first(rows, "door", DoorRow.class).orElseThrow();
        Optional<PinRow> pin = first(rows, "pin", PinRow.class);
        Map<UUID, RuleFacts.Times> times = new HashMap<>();
        for (String row : rows.getOrDefault("schedule", List.of())) {
            JsonNode schedule = read(row, JsonNode.class);
            times.put(
                    UUID.fromString(schedule.get("id").asText()),
                    new RuleFacts.Times(schedule.get("name").asText(), schedules.of(schedule.get("content"))));
        }
        return new Facts(
                door.enabled(),
                door.mode(),
                rows.containsKey("block"),
                first(rows, "place", Facts.Place.class),
                pin.map(PinRow::failures).orElse(0),
                pin.map(PinRow::lockedUntil),
                first(rows, "passed", Instant.class),
                rows.getOrDefault("earlier", List.of()).stream()
                        .findFirst()
                        .map(this::earlier)
                        .orElse(List.of()),
                rows.getOrDefault("rule", List.of()).stream()
                        .map(row -> read(row, RuleRow.class).facts(times))
                        .toList(),
                first(rows, "waiting", UUID.class));
    }

    private List<Facts.Earlier> earlier(String row) {
        try {
            return json.readValue(row, EARLIER);
        } catch (JsonProcessingException malformed) {
            throw malformed(malformed);
        }
    }

    private <T> Optional<T> first(Map<String, List<String>> rows, String what, Class<T> type) {
        return rows.getOrDefault(what, List.of()).stream().findFirst().map(row -> read(row, type));
    }

    private <T> T read(String row, Class<T> type) {
        try {
            return json.readValue(row, type);
        } catch (JsonProcessingException malformed) {
            throw malformed(malformed);
        }
    }

    private static IllegalStateException malformed(JsonProcessingException cause) {
        return new IllegalStateException("a row of the access tables cannot be read", cause);
    }
}
