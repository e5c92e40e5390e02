package io.janua.ops.metrics;

import io.janua.audit.AuditBacklog;
import io.janua.hook.HookBacklog;
import io.janua.job.JobQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What waits in the database, as it was read a moment ago. */
public record Backlog(AuditBacklog.Pending audit, HookBacklog.Untold hooks, List<JobQueue.Kind> jobs, Instant readAt) {

    /** How long the oldest audit entry has waited for its place; nothing when none waits. */
    public Duration auditLag() {
        return age(audit.oldest());
    }

    /** How long the oldest event has waited to be told. */
    public Duration hookLag() {
        return age(hooks.oldest());
    }

    /** @return nothing for what is not, or is said to be later by another machine's clock */
    Duration age(Optional<Instant> of) {
        return of.map(time -> Duration.between(time, readAt))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }
}
