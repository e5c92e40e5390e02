package io.janua.privacy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.agroal.api.AgroalDataSource;
import io.janua.security.Acting;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Lets the retention clock strike once a night, for every tenant. */
@ApplicationScoped
class RetentionJob {

    private static final String NAME = "retention";
    private static final LocalTime AT_UTC = LocalTime.of(3, 0);

    private final AgroalDataSource database;
    private final RetentionService retention;

    RetentionJob(AgroalDataSource database, RetentionService retention) {
        this.database = database;
        this.retention = retention;
    }

    @Produces
    @Singleton
    RecurringTask<Void> task() {
        return Tasks.recurring(NAME, Schedules.daily(ZoneOffset.UTC, AT_UTC))
                .execute((_, context) -> run(() -> !context.getSchedulerState().isShuttingDown()));
    }

    /** @param goOn asked before each subject */
    void run(BooleanSupplier goOn) {
        long erased = 0;
        long failed = 0;
        for (String tenant : tenants()) {
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

    private List<String> tenants() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("SELECT all_tenants()");
                var rows = query.executeQuery()) {
            List<String> tenants = new ArrayList<>();
            while (rows.next()) {
                tenants.add(rows.getString(1));
            }
            return tenants;
        } catch (SQLException failed) {
            throw new IllegalStateException("the tenants could not be listed", failed);
        }
    }
}
