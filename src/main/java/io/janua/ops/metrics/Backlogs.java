package io.janua.ops.metrics;

import io.janua.audit.AuditBacklog;
import io.janua.hook.HookBacklog;
import io.janua.job.JobQueue;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Reads from time to time what waits in the database. Whoever scrapes metrics or asks for health is shown what was read
 * last: neither waits for the database, nor makes it work.
 */
@ApplicationScoped
public class Backlogs {

    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final AuditBacklog audit;
    private final HookBacklog hooks;
    private final JobQueue jobs;
    private final Event<Backlog> news;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile Optional<Backlog> last = Optional.empty();
    private boolean failing;

    Backlogs(AuditBacklog audit, HookBacklog hooks, JobQueue jobs, Event<Backlog> news) {
        this.audit = audit;
        this.hooks = hooks;
        this.jobs = jobs;
        this.news = news;
    }

    /** Empty before it was read, and while the database does not answer. */
    public Optional<Backlog> last() {
        return last;
    }

    void start(@Observes StartupEvent started) {
        Thread.ofVirtual().name("backlogs").start(this::work);
    }

    void stop(@Observes ShutdownEvent ended) {
        stopping.countDown();
    }

    private void work() {
        try {
            do {
                read();
            } while (!stopping.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try {
            var backlog = new Backlog(audit.read(), hooks.read(), jobs.read(), Instant.now());
            last = Optional.of(backlog);
            news.fire(backlog);
            failing = false;
        } catch (RuntimeException databaseGone) {
            last = Optional.empty();
            if (!failing && stopping.getCount() > 0) {
                Log.warn("what waits in the database could not be read; metrics of it have no value", databaseGone);
            }
            failing = true;
        }
    }
}
