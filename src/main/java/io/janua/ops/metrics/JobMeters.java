package io.janua.ops.metrics;

import io.janua.job.JobEnded;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts runs of jobs, and how long they take. */
@ApplicationScoped
class JobMeters {

    private final MeterRegistry registry;
    private final Map<String, Timer> succeeded = new ConcurrentHashMap<>();
    private final Map<String, Timer> failed = new ConcurrentHashMap<>();

    JobMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(@Observes JobEnded run) {
        (run.succeeded() ? succeeded : failed)
                .computeIfAbsent(run.job(), job -> timer(job, run.succeeded() ? "done" : "failed"))
                .record(run.took());
    }

    private Timer timer(String job, String outcome) {
        return Timer.builder("janua.job")
                .description("Runs of jobs, by kind and outcome")
                .tag("job", Labels.word(job))
                .tag("outcome", outcome)
                .serviceLevelObjectives(Buckets.JOBS)
                .register(registry);
    }
}
