package io.janua.access.decision;

import io.janua.access.AccessPointView;
import io.janua.access.AccessPoints;
import io.janua.database.Sql;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What goes on at the access points at this moment. */
@ApplicationScoped
class BoardService {

    private static final Duration RECENTLY = Duration.ofHours(1);
    private static final int DENIALS = 20;

    /** One look into the index for each point. */
    private static final String LAST = """
             AND d.id IN (
                SELECT newest.id FROM access_point o
                CROSS JOIN LATERAL (
                    SELECT n.id FROM access_decision n WHERE n.tenant_id = o.tenant_id AND n.point_id = o.id
                    ORDER BY n.decided_at DESC, n.id DESC LIMIT 1) newest
                WHERE o.tenant_id = d.tenant_id AND o.name = ANY (?))""";

    private static final String LATEST_DENIALS = """
             AND d.outcome <> 'GRANTED' AND p.name = ANY (?) AND d.decided_at > ?
            ORDER BY d.decided_at DESC, d.id DESC LIMIT ?""";

    private static final String COUNTS = """
            SELECT p.name, count(*) FILTER (WHERE d.outcome = 'GRANTED') AS granted,
                count(*) FILTER (WHERE d.outcome <> 'GRANTED') AS denied
            FROM access_decision d JOIN access_point p ON p.tenant_id = d.tenant_id AND p.id = d.point_id
            WHERE d.tenant_id = ? AND p.name = ANY (?) AND d.decided_at > ? GROUP BY p.name""";

    private static final String WAITING = """
            SELECT DISTINCT ON (p.name) p.name AS point, s.external_id, s.name, d.decided_at
            FROM access_point p
            JOIN access_decision d ON d.tenant_id = p.tenant_id AND d.point_id = p.id
            JOIN subject s ON s.tenant_id = d.tenant_id AND s.id = d.subject_id
            WHERE p.tenant_id = ? AND p.name = ANY (?) AND d.reason = 'SECOND_PERSON_AWAITED'
                AND d.decided_at > CAST(? AS timestamptz) - make_interval(secs => CAST(p.settings ->> 'twoPersonSeconds' AS int))
                AND NOT EXISTS (SELECT FROM access_decision g
                    WHERE g.tenant_id = d.tenant_id AND g.point_id = d.point_id AND g.reason = 'RULE'
                        AND g.decided_at >= d.decided_at)
            ORDER BY p.name, d.decided_at DESC""";

    private final AccessPoints points;
    private final DecisionRows decisions;
    private final DecisionViews views;
    private final Sql sql;
    private final CurrentTenant tenant;
    private final InstantSource clock;

    BoardService(
            AccessPoints points,
            DecisionRows decisions,
            DecisionViews views,
            Sql sql,
            CurrentTenant tenant,
            InstantSource clock) {
        this.points = points;
        this.decisions = decisions;
        this.views = views;
        this.sql = sql;
        this.tenant = tenant;
        this.clock = clock;
    }

    private record Count(String point, long granted, long denied) {

        static Count none(String point) {
            return new Count(point, 0, 0);
        }
    }

    private record Waits(String point, BoardView.Waiting waiting) {}

    @Transactional
    BoardView show(Optional<String> gallery) {
        List<AccessPointView> shown = points.views(gallery);
        var names =
                new Sql.Array("text", shown.stream().map(AccessPointView::name).toArray());
        Instant now = clock.instant();
        Map<String, Decision> last = byPoint(decisions.select(LAST, names), Decision::point);
        Map<String, Count> counts = byPoint(counts(names, now), Count::point);
        Map<String, Waits> waiting = byPoint(waiting(names, now), Waits::point);
        return new BoardView(
                shown.stream()
                        .map(point -> state(
                                point,
                                Optional.ofNullable(last.get(point.name())),
                                counts.getOrDefault(point.name(), Count.none(point.name())),
                                Optional.ofNullable(waiting.get(point.name()))))
                        .toList(),
                decisions.select(LATEST_DENIALS, names, now.minus(RECENTLY), DENIALS).stream()
                        .map(views::show)
                        .toList());
    }

    private BoardView.PointState state(
            AccessPointView point, Optional<Decision> last, Count count, Optional<Waits> waiting) {
        return new BoardView.PointState(
                point,
                last.map(views::show).orElse(null),
                count.granted(),
                count.denied(),
                waiting.filter(_ -> point.settings().twoPersons())
                        .map(Waits::waiting)
                        .orElse(null));
    }

    private List<Count> counts(Sql.Array names, Instant now) {
        return sql.query(
                COUNTS,
                row -> new Count(row.getString("name"), row.getLong("granted"), row.getLong("denied")),
                tenant.id(),
                names,
                now.minus(RECENTLY));
    }

    private List<Waits> waiting(Sql.Array names, Instant now) {
        return sql.query(
                WAITING,
                row -> new Waits(
                        row.getString("point"),
                        new BoardView.Waiting(
                                row.getString("external_id"),
                                row.getString("name"),
                                row.getObject("decided_at", OffsetDateTime.class)
                                        .toInstant())),
                tenant.id(),
                names,
                now);
    }

    private static <T> Map<String, T> byPoint(List<T> found, Function<T, String> point) {
        return found.stream().collect(Collectors.toMap(point, Function.identity()));
    }
}
