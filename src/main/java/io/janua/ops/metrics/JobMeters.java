package io.janua.ops.metrics;

import io.janua.job.JobEnded;
import io.janua.job.Jobs;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
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

    /** All at 0, so that the first of a kind is an increase. */
    void register(@Observes StartupEvent started, Jobs jobs) {
        for (String job : jobs.names()) {
            timer(job, true);
            timer(job, false);
        }
    }

    void count(@Observes JobEnded run) {
        timer(run.job(), run.succeeded()).record(run.took());
    }

    private Timer timer(String job, boolean success) {
        return (success ? succeeded : failed).computeIfAbsent(job, name -> Timer.builder("janua.job")
                .description("Runs of jobs, by kind and outcome")
                .tag("job", Labels.word(name))
                .tag("outcome", success ? "done" : "failed")
                .serviceLevelObjectives(Buckets.JOBS)
                .register(registry));
    }
}
