package io.janua.enrollment.imports;

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
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Removes what imports leave: archives that stopped coming, refused pictures and reports that were kept long enough. */
@ApplicationScoped
class ImportSweep {

    private static final String NAME = "import-sweep";
    private static final Duration PERIOD = Duration.ofMinutes(10);

    /** A client that sends nothing is cut off within minutes; this is the service that went down with it. */
    private static final Duration ABANDONED_AFTER = Duration.ofHours(1);

    private final TenantDirectory tenants;
    private final ImportRows imports;
    private final ImportConfig config;

    ImportSweep(TenantDirectory tenants, ImportRows imports, ImportConfig config) {
        this.tenants = tenants;
        this.imports = imports;
        this.config = config;
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
                Log.warn("import sweep: a tenant's run ended early; the next one goes on", failure);
            }
        }
    }

    private void sweep() {
        each(() -> imports.abandoned(ABANDONED_AFTER)).forEach(imports::delete);
        each(imports::withPicturesKeptLongEnough).forEach(imports::forgetPictures);
        each(() -> imports.finishedBefore(Instant.now().minus(Duration.ofDays(config.keepReportDays()))))
                .forEach(imports::delete);
    }

    private static List<UUID> each(Supplier<List<UUID>> query) {
        return QuarkusTransaction.requiringNew().call(query::get);
    }
}
