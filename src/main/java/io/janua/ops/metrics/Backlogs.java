package io.janua.ops.metrics;

import io.janua.audit.AuditBacklog;
import io.janua.hook.HookBacklog;
import io.janua.job.JobQueue;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Reads from time to time what waits in the database. Whoever scrapes metrics or asks for health is shown what was read
 * last: neither waits for the database, nor makes it work.
 */
@ApplicationScoped
public class Backlogs {

    private static final Duration PERIOD = Duration.ofSeconds(10);

    /** Longer than a statement may take: whoever does not come to read any more knows nothing. */
    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);

    private final AuditBacklog audit;
    private final HookBacklog hooks;
    private final JobQueue jobs;
    private final CountDownLatch stopping = new CountDownLatch(1);
    /** What was told of already. */
    private final Set<String> failing = new HashSet<>();

    private volatile Optional<Backlog> last = Optional.empty();

    Backlogs(AuditBacklog audit, HookBacklog hooks, JobQueue jobs) {
        this.audit = audit;
        this.hooks = hooks;
        this.jobs = jobs;
    }

    /** Empty before it was read, and when that was a minute ago. */
    public Optional<Backlog> last() {
        return last.filter(backlog -> !backlog.isOlderThan(KNOWN_FOR, Instant.now()));
    }

    /** Whether the database answered the first statement; the others are longer, and may fail of themselves. */
    boolean isDatabaseUp() {
        return last().flatMap(Backlog::jobs).isPresent();
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
                last = Optional.of(read());
            } while (!stopping.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Backlog read() {
        var first = part("jobs", jobs::read);
        return first.isEmpty()
                ? new Backlog(Optional.empty(), Optional.empty(), first, Instant.now())
                : new Backlog(part("audit", audit::read), part("hooks", hooks::read), first, Instant.now());
    }

    /** Whatever goes wrong goes wrong for this once: the next time it is read again. */
    private <T> Optional<T> part(String name, Supplier<T> read) {
        try {
            var found = Optional.of(read.get());
            failing.remove(name);
            return found;
        } catch (RuntimeException | Error failed) {
            if (failing.add(name) && stopping.getCount() > 0) {
                Log.warnf(failed, "what waits in the database could not be read: metrics of %s have no value", name);
            }
            return Optional.empty();
        }
    }
}
