package io.janua.ops.metrics;

import io.janua.audit.CheckpointSigned;
import io.janua.job.JobQueue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** What waits: the same on every instance, and NaN while the database does not answer. */
@ApplicationScoped
class BacklogMeters {

    private final MeterRegistry registry;
    private final Backlogs backlogs;
    private final MultiGauge due;
    private final MultiGauge dueAge;
    private final MultiGauge running;
    private final MultiGauge failures;
    /** Seconds since 1970. */
    private volatile double signedAt = Double.NaN;

    BacklogMeters(MeterRegistry registry, Backlogs backlogs) {
        this.registry = registry;
        this.backlogs = backlogs;
        this.due = jobs("janua.jobs.due", "Jobs whose time has come and that nobody works on yet");
        this.dueAge = jobs("janua.jobs.due.age.seconds", "How long the job that is due longest has waited");
        this.running = jobs("janua.jobs.running", "Jobs that somebody works on");
        this.failures = jobs("janua.jobs.failures", "Failures in a row of the job that fails most");
    }

    void register(@Observes StartupEvent started) {
        Gauge.builder("janua.database.up", backlogs, all -> all.last().isPresent() ? 1 : 0)
                .description("Whether the database answered this instance when it was last asked")
                .register(registry);
        gauge("janua.audit.pending", "Audit entries that wait for their place in the tree", last -> last.audit()
                .entries());
        gauge(
                "janua.audit.pending.age.seconds",
                "How long the oldest of them has waited",
                last -> seconds(last.auditLag()));
        Gauge.builder("janua.audit.checkpoint.timestamp.seconds", this, self -> self.signedAt)
                .description("When this instance last signed the audit log; NaN when it has not")
                .register(registry);
        gauge(
                "janua.hook.waiting",
                "Deliveries that wait for another attempt, or behind one that does",
                last -> last.hooks().deliveries());
        gauge(
                "janua.hook.waiting.age.seconds",
                "Age of the oldest event that a hook has not been told",
                last -> seconds(last.hookLag()));
    }

    void signed(@Observes CheckpointSigned checkpoint) {
        signedAt = System.currentTimeMillis() / 1e3;
    }

    void read(@Observes Backlog backlog) {
        rows(due, backlog, JobQueue.Kind::due);
        rows(dueAge, backlog, job -> seconds(backlog.age(job.dueSince())));
        rows(running, backlog, JobQueue.Kind::running);
        rows(failures, backlog, JobQueue.Kind::failures);
    }

    private static void rows(MultiGauge gauge, Backlog backlog, ToDoubleFunction<JobQueue.Kind> value) {
        gauge.register(
                backlog.jobs().stream()
                        .<MultiGauge.Row<?>>map(job ->
                                MultiGauge.Row.of(Tags.of("job", Labels.word(job.job())), value.applyAsDouble(job)))
                        .toList(),
                true);
    }

    private MultiGauge jobs(String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    private void gauge(String name, String description, ToDoubleFunction<Backlog> value) {
        Gauge.builder(name, backlogs, all -> all.last()
                        .map(value::applyAsDouble)
                        .map(Double::valueOf)
                        .orElse(Double.NaN))
                .description(description)
                .register(registry);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1e3;
    }
}
