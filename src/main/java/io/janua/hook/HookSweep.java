package io.janua.hook;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.janua.tenant.TenantDirectory;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;

/** Removes events and deliveries that were kept long enough, and what deleted hooks left. */
@ApplicationScoped
class HookSweep {

    private static final Duration PERIOD = Duration.ofMinutes(10);
    /** A statement that deletes for long would hold what others wait for. */
    private static final int BATCH = 5_000;

    private final TenantDirectory tenants;
    private final HookDatabase database;
    private final Outbox outbox;
    private final DeliveryRows deliveries;
    private final HookConfig config;

    HookSweep(
            TenantDirectory tenants, HookDatabase database, Outbox outbox, DeliveryRows deliveries, HookConfig config) {
        this.tenants = tenants;
        this.database = database;
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.config = config;
    }

    @Produces
    @Singleton
    RecurringTask<Void> task() {
        return Tasks.recurring("hook-sweep", FixedDelay.of(PERIOD)).execute((_, _) -> run());
    }

    void run() {
        Instant end = Instant.now().minus(Duration.ofDays(config.keepDays()));
        for (String tenant : tenants.all()) {
            try {
                sweep(tenant, end);
            } catch (RuntimeException failed) {
                Log.warn("hook sweep: a tenant's run ended early; the next one goes on", failed);
            }
        }
    }

    private void sweep(String tenant, Instant end) {
        each(tenant, () -> deliveries.deleteBefore(end, BATCH));
        each(tenant, () -> {
            int deleted = outbox.deleteBefore(end, BATCH);
            if (deleted > 0) {
                outbox.noteWhatIsKept();
            }
            return deleted;
        });
    }

    private void each(String tenant, IntSupplier batch) {
        int done;
        do {
            done = database.call(tenant, batch::getAsInt);
        } while (done == BATCH);
    }
}
