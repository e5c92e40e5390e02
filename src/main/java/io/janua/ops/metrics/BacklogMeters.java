package io.janua.ops.metrics;

import io.janua.audit.AuditBacklog;
import io.janua.audit.CheckpointSigned;
import io.janua.hook.HookBacklog;
import io.janua.job.JobQueue;
import io.janua.job.Jobs;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;

/** What waits: the same on every instance, and NaN while it cannot be read. */
@ApplicationScoped
class BacklogMeters {

    private final MeterRegistry registry;
    private final Backlogs backlogs;
    private final List<String> jobs;
    /** Seconds since 1970. */
    private volatile double signedAt = Double.NaN;

    BacklogMeters(MeterRegistry registry, Backlogs backlogs, Jobs jobs) {
        this.registry = registry;
        this.backlogs = backlogs;
        this.jobs = jobs.names();
    }

    void register(@Observes StartupEvent started) {
        Gauge.builder("janua.database.up", backlogs, all -> all.isDatabaseUp() ? 1 : 0)
                .description("Whether the database answered this instance when it was last asked")
                .register(registry);
        ofAudit("pending", "Audit entries that wait for their place in the tree", (_, audit) -> audit.entries());
        ofAudit(
                "pending.age.seconds",
                "How long the oldest of them has waited",
                (last, audit) -> seconds(last.age(audit.oldest())));
        Gauge.builder("janua.audit.checkpoint.timestamp.seconds", this, self -> self.signedAt)
                .description("When this instance last signed the audit log; NaN when it has not")
                .register(registry);
        ofHooks(
                "waiting",
                "Deliveries that wait for another attempt, or behind one that does",
                (_, hooks) -> hooks.deliveries());
        ofHooks(
                "waiting.age.seconds",
                "Age of the oldest event that a hook has not been told",
                (last, hooks) -> seconds(last.age(hooks.oldest())));
        ofJobs("due", "Jobs whose time has come and that nobody works on yet", (_, job) -> job.due());
        ofJobs(
                "due.age.seconds",
                "How long the job that is due longest has waited",
                (last, job) -> seconds(last.age(job.dueSince())));
        ofJobs("running", "Jobs that somebody works on", (_, job) -> job.running());
        ofJobs("failures", "Failures in a row of the job that fails most", (_, job) -> job.failures());
    }

    void signed(@Observes CheckpointSigned checkpoint) {
        signedAt = System.currentTimeMillis() / 1e3;
    }

    private void ofAudit(String what, String description, ToDoubleBiFunction<Backlog, AuditBacklog.Pending> value) {
        gauge("janua.audit." + what, description, Backlog::audit, value).register(registry);
    }

    private void ofHooks(String what, String description, ToDoubleBiFunction<Backlog, HookBacklog.Untold> value) {
        gauge("janua.hook." + what, description, Backlog::hooks, value).register(registry);
    }

    private void ofJobs(String what, String description, ToDoubleBiFunction<Backlog, JobQueue.Kind> value) {
        for (String job : jobs) {
            gauge("janua.jobs." + what, description, last -> kind(last, job), value)
                    .tag("job", Labels.word(job))
                    .register(registry);
        }
    }

    private <T> Gauge.Builder<Backlogs> gauge(
            String name,
            String description,
            Function<Backlog, Optional<T>> part,
            ToDoubleBiFunction<Backlog, T> value) {
        return Gauge.builder(name, backlogs, all -> {
                    Optional<Backlog> last = all.last();
                    return last.flatMap(part)
                            .map(found -> value.applyAsDouble(last.get(), found))
                            .orElse(Double.NaN);
                })
                .description(description);
    }

    private static Optional<JobQueue.Kind> kind(Backlog last, String job) {
        return last.jobs().map(kinds -> kinds.stream()
                .filter(kind -> kind.job().equals(job))
                .findFirst()
                .orElseGet(() -> JobQueue.Kind.none(job)));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1e3;
    }
}
