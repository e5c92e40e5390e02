package io.janua.enrollment.imports;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Lets imports run, one at a time on an instance and in turns: one import fills all cores, and it must neither take the
 * threads of all other jobs nor keep another tenant waiting for an hour.
 */
@ApplicationScoped
class ImportJob {

    private static final String NAME = "import";
    private static final char SEPARATOR = '/';
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final Duration TURN = Duration.ofSeconds(20);
    private static final Duration NEXT_TRY = Duration.ofSeconds(1);

    /** Longer than {@link #NEXT_TRY} with the scheduler's polling, so that whoever waits comes first. */
    private static final Duration NEXT_TURN = Duration.ofSeconds(3);

    private final ImportRun run;
    private final Semaphore oneAtATime = new Semaphore(1);
    private final AtomicBoolean anotherWaits = new AtomicBoolean();
    private volatile boolean stopping;

    ImportJob(ImportRun run) {
        this.run = run;
    }

    /** Requests that are under way have the models to themselves. */
    void stopSoon(@Observes ShutdownDelayInitiatedEvent announced) {
        stopping = true;
    }

    static TaskInstance<Void> instance(String tenant, UUID bulkImport) {
        return new TaskInstance<>(NAME, tenant + SEPARATOR + bulkImport);
    }

    @Produces
    @Singleton
    CustomTask<Void> task() {
        return Tasks.custom(NAME, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .execute((instance, context) -> {
                    String id = instance.getId();
                    return turn(
                            id.substring(0, id.indexOf(SEPARATOR)),
                            UUID.fromString(id.substring(id.indexOf(SEPARATOR) + 1)),
                            () -> stopping || context.getSchedulerState().isShuttingDown());
                });
    }

    private CompletionHandler<Void> turn(String tenant, UUID bulkImport, BooleanSupplier serviceStops) {
        if (!oneAtATime.tryAcquire()) {
            anotherWaits.set(true);
            return again(NEXT_TRY);
        }
        anotherWaits.set(false);
        Instant turnEnds = Instant.now().plus(TURN);
        try {
            boolean ended = run.goOn(
                    tenant,
                    bulkImport,
                    () -> serviceStops.getAsBoolean()
                            || anotherWaits.get() && Instant.now().isAfter(turnEnds));
            return ended ? new CompletionHandler.OnCompleteRemove<>() : again(NEXT_TURN);
        } finally {
            oneAtATime.release();
        }
    }

    private static CompletionHandler<Void> again(Duration later) {
        return (complete, operations) ->
                operations.reschedule(complete, Instant.now().plus(later));
    }
}
