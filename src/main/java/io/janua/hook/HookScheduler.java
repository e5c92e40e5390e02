package io.janua.hook;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.agroal.api.AgroalDataSource;
import io.janua.database.Sql;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * Says which instance works on which hook. A hook has one row, which is due when there is something to do; whoever picks
 * it tells the hook all there is, with heartbeats, and another instance takes over when these stop. It is a scheduler
 * apart from that of the jobs: hundreds may wait for slow receivers at once, each on a virtual thread.
 */
@ApplicationScoped
class HookScheduler {

    private static final String TABLE = "hook_task";
    /** As wake_hooks() says it. */
    private static final String TASK = "hook";

    private static final int HOOKS_AT_ONCE = 500;
    private static final Duration POLLING = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    /** A request that is under way may end. */
    private static final Duration SHUTDOWN = LaneRun.LIMIT.plusSeconds(3);

    private static final String WAKE = "SELECT wake_hooks()";

    private final AgroalDataSource database;
    private final Sql sql;
    private final HookRun run;
    private final CustomTask<Void> task;
    private final SchedulerClient client;
    private volatile Scheduler scheduler;
    private volatile boolean stopping;

    HookScheduler(AgroalDataSource database, Sql sql, HookRun run) {
        this.database = database;
        this.sql = sql;
        this.run = run;
        this.task = Tasks.custom(TASK, Void.class)
                .onFailure(new OnFailureRetryLater<>(AFTER_FAILURE))
                .execute((instance, _) -> execute(instance.getId()));
        this.client = SchedulerClient.Builder.create(database, task)
                .tableName(TABLE)
                .serializer(new Nothing())
                .build();
    }

    void start(@Observes StartupEvent started) {
        scheduler = Scheduler.create(database, task)
                .tableName(TABLE)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .threads(HOOKS_AT_ONCE)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(SHUTDOWN)
                .serializer(new Nothing())
                .failureLogging(LogLevel.WARN, false)
                .build();
        scheduler.start();
    }

    void stopSoon(@Observes ShutdownDelayInitiatedEvent announced) {
        stopping = true;
        // What it gives up now is for another instance to pick.
        scheduler.pause();
    }

    /** Before anything goes that it needs. */
    void stop(@Observes @Priority(1) ShutdownEvent ended) {
        stopping = true;
        scheduler.stop();
    }

    /** Within the caller's transaction. */
    void add(String tenant, UUID hook) {
        client.scheduleIfNotExists(task.instance(instance(tenant, hook)), sometime());
    }

    /** Looks at all hooks: those that have something to do and are not worked on are begun. */
    void wake() {
        int woken = sql.query(WAKE, row -> row.getInt(1)).getFirst();
        if (woken > 0 && scheduler != null) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    private CompletionHandler<Void> execute(String instance) {
        int separator = instance.lastIndexOf('/');
        String tenant = instance.substring(0, separator);
        UUID hook = UUID.fromString(instance.substring(separator + 1));
        return switch (run.run(tenant, hook, () -> stopping)) {
            case HookRun.Next.At(Instant time) -> (done, operations) -> operations.reschedule(done, time);
            case HookRun.Next.Sometime() -> (done, operations) -> operations.reschedule(done, sometime());
            case HookRun.Next.Never() -> (_, operations) -> operations.remove();
        };
    }

    /** So far away that it only comes because somebody wakes it. */
    private static Instant sometime() {
        return Instant.now().plus(3650, ChronoUnit.DAYS);
    }

    private static String instance(String tenant, UUID hook) {
        return tenant + "/" + hook;
    }

    /** A hook's row says by its id what it is about. */
    private static final class Nothing implements Serializer {

        @Override
        public byte[] serialize(Object data) {
            return null;
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] serialized) {
            return null;
        }
    }
}
