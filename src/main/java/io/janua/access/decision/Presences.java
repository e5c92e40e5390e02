package io.janua.access.decision;

import io.janua.access.PointRef;
import io.janua.database.Sql;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Where people are, as far as doors can tell. */
@ApplicationScoped
class Presences {

    private static final String MOVE = """
            INSERT INTO access_presence AS w (subject_id, tenant_id, gallery_id, zone, since, point_id, decision_id)
            SELECT s.id, s.tenant_id, s.gallery_id, ?, ?, ?, ? FROM subject s
            WHERE s.tenant_id = ? AND s.gallery_id = ? AND s.id = ANY (?) ORDER BY s.id
            ON CONFLICT (subject_id) DO UPDATE SET
                before = CASE WHEN w.decision_id = CAST(? AS uuid) THEN w.before ELSE jsonb_build_object(
                    'zone', w.zone, 'since', w.since, 'point', w.point_id, 'decision', w.decision_id) END,
                zone = excluded.zone, since = excluded.since, point_id = excluded.point_id,
                decision_id = excluded.decision_id""";

    /** Where the point that they passed before is gone, nobody knows any more where they are. */
    private static final String RESTORE = """
            UPDATE access_presence w SET zone = before ->> 'zone', since = CAST(before ->> 'since' AS timestamptz),
                point_id = CAST(before ->> 'point' AS uuid), decision_id = CAST(before ->> 'decision' AS uuid), before = NULL
            WHERE w.tenant_id = ? AND w.decision_id = ?
                AND EXISTS (SELECT FROM access_point p
                    WHERE p.tenant_id = w.tenant_id AND p.id = CAST(w.before ->> 'point' AS uuid))""";

    private static final String FORGET = "DELETE FROM access_presence WHERE tenant_id = ? AND decision_id = ?";

    private final Sql sql;
    private final CurrentTenant tenant;

    Presences(Sql sql, CurrentTenant tenant) {
        this.sql = sql;
        this.tenant = tenant;
    }

    /**
     * They have gone where the point leads to.
     *
     * @param replaced a grant in whose place the decision comes: where they were before it, they were before both
     */
    void move(Collection<UUID> subjects, PointRef point, UUID decision, Instant at, Optional<UUID> replaced) {
        sql.update(
                MOVE,
                point.zoneTo(),
                at,
                point.id(),
                decision,
                tenant.id(),
                point.gallery().id(),
                new Sql.Array("uuid", subjects.toArray()),
                replaced.orElse(null));
    }

    /** Whoever was let through by the decision has not gone after all, and has passed nowhere since. */
    void takeBack(UUID decision) {
        sql.update(RESTORE, tenant.id(), decision);
        sql.update(FORGET, tenant.id(), decision);
    }

    /** What is that old says nothing of where anybody is. */
    int forgetBefore(Instant time) {
        return sql.update("DELETE FROM access_presence WHERE tenant_id = ? AND since < ?", tenant.id(), time);
    }

    /** @return whether anything was known */
    boolean forget(UUID subject) {
        return sql.update("DELETE FROM access_presence WHERE tenant_id = ? AND subject_id = ?", tenant.id(), subject)
                > 0;
    }

    /** @return of how many something was known */
    int forgetAll(UUID gallery) {
        return sql.update("DELETE FROM access_presence WHERE tenant_id = ? AND gallery_id = ?", tenant.id(), gallery);
    }

    int forgetAll(UUID gallery, String zone) {
        return sql.update(
                "DELETE FROM access_presence WHERE tenant_id = ? AND gallery_id = ? AND zone = ?",
                tenant.id(),
                gallery,
                zone);
    }
}
