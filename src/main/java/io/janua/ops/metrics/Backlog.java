package io.janua.ops.metrics;

import io.janua.audit.AuditBacklog;
import io.janua.hook.HookBacklog;
import io.janua.job.JobQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What waits in the database, as it was read a moment ago. Each part is empty where it could not be read.
 *
 * @param jobs of every kind of which there is one
 */
public record Backlog(
        Optional<AuditBacklog.Pending> audit,
        Optional<HookBacklog.Untold> hooks,
        Optional<List<JobQueue.Kind>> jobs,
        Instant readAt) {

    public Backlog {
        jobs = jobs.map(List::copyOf);
    }

    /** How long something has waited; nothing for what is not, or is said to be later by another machine's clock. */
    public Duration age(Optional<Instant> of) {
        return of.map(time -> Duration.between(time, readAt))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    boolean isOlderThan(Duration age, Instant now) {
        return Duration.between(readAt, now).compareTo(age) > 0;
    }
}
