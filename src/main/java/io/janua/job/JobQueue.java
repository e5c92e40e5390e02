package io.janua.job;

import io.janua.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The jobs of all instances, by kind. */
@ApplicationScoped
public class JobQueue {

    private static final String KINDS = """
            SELECT task_name,
                count(*) FILTER (WHERE picked) AS running,
                count(*) FILTER (WHERE NOT picked AND execution_time <= now()) AS due,
                min(execution_time) FILTER (WHERE NOT picked AND execution_time <= now()) AS due_since,
                coalesce(max(consecutive_failures), 0) AS failures
            FROM scheduled_tasks GROUP BY task_name""";

    private final Sql sql;

    JobQueue(Sql sql) {
        this.sql = sql;
    }

    /**
     * Jobs of one kind.
     *
     * @param due whose time has come and that nobody works on yet
     * @param dueSince of the one that waits longest
     * @param failures in a row, of the one that fails most
     */
    public record Kind(String job, long running, long due, Optional<Instant> dueSince, int failures) {

        /** Nothing of it waits or runs. */
        public static Kind none(String job) {
            return new Kind(job, 0, 0, Optional.empty(), 0);
        }
    }

    /** Those of which there is one. */
    public List<Kind> read() {
        return sql.query(KINDS, JobQueue::kind);
    }

    private static Kind kind(ResultSet row) throws SQLException {
        return new Kind(
                row.getString("task_name"),
                row.getLong("running"),
                row.getLong("due"),
                Optional.ofNullable(row.getObject("due_since", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("failures"));
    }
}
