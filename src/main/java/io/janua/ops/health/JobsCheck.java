package io.janua.ops.health;

import io.janua.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Whether this process still looks for jobs. It stops only when it ends, so otherwise a restart is what helps. */
@Liveness
@ApplicationScoped
class JobsCheck implements HealthCheck {

    private static final String NAME = "jobs";

    private final Jobs jobs;

    JobsCheck(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public HealthCheckResponse call() {
        return jobs.areRunning()
                ? Findings.up(NAME).build()
                : Findings.down(
                        NAME,
                        "This process no longer works on jobs: the audit log is not signed, nothing is imported.",
                        "Restart it. If it comes again, the log says what stopped the jobs.");
    }
}
