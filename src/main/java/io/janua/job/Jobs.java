package io.janua.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.agroal.api.AgroalDataSource;
import io.janua.instance.Instances;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Runs what must outlive the process: every bean that is a {@link Task}. A task runs on one instance at a time; when
 * that one dies, another one takes over after four missed heartbeats.
 */
@ApplicationScoped
public class Jobs {

    private static final Duration POLLING = Duration.ofSeconds(1);
    private static final int MISSED_HEARTBEATS = 4;
    private static final int THREADS = 3;
    /** Tasks that take longer look whether they should stop. */
    private static final Duration SHUTDOWN = Duration.ofSeconds(10);

    private final AgroalDataSource database;
    private final List<Task<?>> tasks;
    private final JobConfig config;
    private final Instances instances;
    private final Event<JobEnded> ended;
    private volatile Scheduler scheduler;

    Jobs(
            AgroalDataSource database,
            @All List<Task<?>> tasks,
            JobConfig config,
            Instances instances,
            Event<JobEnded> ended) {
        this.database = database;
        this.tasks = tasks;
        this.config = config;
        this.instances = instances;
        this.ended = ended;
    }

    void start(@Observes StartupEvent started) {
        var recurring = tasks.stream().filter(RecurringTask.class::isInstance).map(task -> (RecurringTask<?>) task);
        scheduler = Scheduler.create(database, oneTime())
                .startTasks(recurring.toList())
                .pollingInterval(POLLING)
                .schedulerName(new SchedulerName.Fixed(instances.id().toString()))
                .heartbeatInterval(config.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .threads(THREADS)
                .shutdownMaxWait(SHUTDOWN)
                .serializer(new NoData())
                .failureLogging(LogLevel.WARN, false)
                .addSchedulerListener(new JobListener(ended))
                .build();
        scheduler.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        scheduler.stop();
    }

    /** Whether this instance looks for jobs. */
    public boolean areRunning() {
        return scheduler != null
                && scheduler.getSchedulerState().isStarted()
                && !scheduler.getSchedulerState().isShuttingDown();
    }

    /** The names of all jobs. */
    public List<String> names() {
        return tasks.stream().map(Task::getName).sorted().toList();
    }

    /** Schedules within the caller's transaction. */
    @Produces
    @Singleton
    SchedulerClient client() {
        return SchedulerClient.Builder.create(database, oneTime()).build();
    }

    private List<Task<?>> oneTime() {
        return tasks.stream().filter(task -> !(task instanceof RecurringTask)).toList();
    }
}
