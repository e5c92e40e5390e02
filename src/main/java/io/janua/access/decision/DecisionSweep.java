package io.janua.access.decision;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.janua.security.Acting;
import io.janua.tenant.TenantDirectory;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntSupplier;

/** Removes decisions that were kept long enough, and long before that what a repetition was known by. */
@ApplicationScoped
class DecisionSweep {

    private static final String NAME = "access-sweep";
    private static final Duration PERIOD = Duration.ofMinutes(1);

    /** The longest debounce time. */
    private static final Duration REPEATED_WITHIN = Duration.ofSeconds(60);

    private static final int BATCH = 5_000;

    private final TenantDirectory tenants;
    private final DecisionRows decisions;
    private final Presences presences;
    private final AccessConfig config;
    private final InstantSource clock;

    DecisionSweep(
            TenantDirectory tenants,
            DecisionRows decisions,
            Presences presences,
            AccessConfig config,
            InstantSource clock) {
        this.tenants = tenants;
        this.decisions = decisions;
        this.presences = presences;
        this.config = config;
        this.clock = clock;
    }

    @Produces
    @Singleton
    RecurringTask<Void> task() {
        return Tasks.recurring(NAME, FixedDelay.of(PERIOD)).execute((_, _) -> run());
    }

    void run() {
        for (String tenant : tenants.all()) {
            try {
                new Acting(tenant, "system:" + NAME).run(this::sweep);
            } catch (RuntimeException failure) {
                Log.warn("access sweep: a tenant's run ended early; the next one goes on", failure);
            }
        }
    }

    private void sweep() {
        Instant now = clock.instant();
        batch(() -> decisions.forgetRequests(now.minus(REPEATED_WITHIN), now.minus(config.keepIdempotencyKeys())));
        batch(() -> presences.forgetBefore(now.minus(config.keepDecisions())));
        int deleted;
        do {
            deleted = batch(() -> decisions.deleteBefore(now.minus(config.keepDecisions()), BATCH));
        } while (deleted == BATCH);
    }

    private static int batch(IntSupplier work) {
        return QuarkusTransaction.requiringNew().call(work::getAsInt);
    }
}
