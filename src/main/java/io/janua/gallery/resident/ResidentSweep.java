package io.janua.gallery.resident;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.janua.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Forgets changes that every copy in use has seen. */
@ApplicationScoped
class ResidentSweep {

    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final int BATCH = 50_000;
    private static final String FORGET = "SELECT forget_template_changes(interval '1 hour', ?)";

    private final Sql sql;

    ResidentSweep(Sql sql) {
        this.sql = sql;
    }

    @Produces
    @Singleton
    RecurringTask<Void> task() {
        return Tasks.recurring("template-change-sweep", FixedDelay.of(PERIOD)).execute((_, _) -> run());
    }

    void run() {
        long forgotten = BATCH;
        while (forgotten == BATCH) {
            forgotten = sql.query(FORGET, row -> row.getLong(1), BATCH).getFirst();
        }
    }
}
