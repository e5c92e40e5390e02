package io.janua.privacy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.janua.security.Acting;
import io.janua.tenant.TenantDirectory;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;

/** Lets the retention clock strike once a night, for every tenant. */
@ApplicationScoped
class RetentionJob {

    private static final String NAME = "retention";
    private static final LocalTime AT_UTC = LocalTime.of(3, 0);

    private final TenantDirectory tenants;
    private final RetentionService retention;

    RetentionJob(TenantDirectory tenants, RetentionService retention) {
        this.tenants = tenants;
        this.retention = retention;
    }

    @Produces
    @Singleton
    RecurringTask<Void> task() {
        return Tasks.recurring(NAME, Schedules.daily(ZoneOffset.UTC, AT_UTC))
                .execute((_, context) -> run(() -> !context.getSchedulerState().isShuttingDown()));
    }

    /** @param goOn asked before each gallery and each subject */
    void run(BooleanSupplier goOn) {
        long erased = 0;
        long failed = 0;
        for (String tenant : tenants.all()) {
            try {
                RetentionRun run = new Acting(tenant, "system:" + NAME).call(() -> retention.run(goOn));
                erased += run.erased();
                failed += run.failed();
            } catch (RuntimeException failure) {
                Log.warn("retention: a tenant's run ended early; the next one goes on", failure);
            }
        }
        Log.infof("retention: erased %d, failed %d", erased, failed);
    }
}
