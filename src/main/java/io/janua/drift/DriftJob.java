package io.janua.drift;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.janua.gallery.Galleries;
import io.janua.gallery.GalleryRef;
import io.janua.security.Acting;
import io.janua.tenant.TenantDirectory;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Looks once an hour whether anything drifted, in every gallery of every tenant. */
@ApplicationScoped
class DriftJob {

    private static final Duration PERIOD = Duration.ofHours(1);

    private final TenantDirectory tenants;
    private final Galleries galleries;
    private final DriftCheck check;

    DriftJob(TenantDirectory tenants, Galleries galleries, DriftCheck check) {
        this.tenants = tenants;
        this.galleries = galleries;
        this.check = check;
    }

    @Produces
    @Singleton
    RecurringTask<Void> task() {
        return Tasks.recurring("drift", FixedDelay.of(PERIOD))
                .execute((_, context) -> run(() -> !context.getSchedulerState().isShuttingDown()));
    }

    /** @param goOn asked before each gallery */
    void run(BooleanSupplier goOn) {
        for (String tenant : tenants.all()) {
            try {
                new Acting(tenant, CountWriter.ACTOR).run(() -> look(goOn));
            } catch (RuntimeException failure) {
                Log.warn("drift: a tenant's run ended early; the next one goes on", failure);
            }
        }
    }

    private void look(BooleanSupplier goOn) {
        check.sweep();
        for (GalleryRef gallery : galleries.all()) {
            if (goOn.getAsBoolean()) {
                look(gallery);
            }
        }
    }

    private void look(GalleryRef gallery) {
        try {
            check.check(gallery);
        } catch (RuntimeException failure) {
            Log.warn("drift: a gallery could not be looked at; the others go on", failure);
        }
    }
}
