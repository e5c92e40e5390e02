package io.janua.audit;

import io.janua.audit.Refusals.Refusal;
import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.http.RequestIds;
import io.janua.security.Acting;
import io.janua.security.CredentialsRefused;
import io.janua.security.RequestRefused;
import io.janua.security.TenantIds;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes down who was turned away. Nothing was done that an entry would have to last with, and the refusal happens where
 * nobody may wait for a database, so entries pass through a bounded queue.
 */
@ApplicationScoped
class AuditRefusals {

    private static final Duration COUNTED_TOGETHER = Duration.ofMinutes(1);
    private static final int QUEUE = 10_000;
    private static final int BATCH = 200;
    /** How long a stop may have to wait for the writer to look up. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private static final String NOBODY = "nobody";

    private final AuditRecorder recorder;
    private final RequestIds requests;
    private final BlockingQueue<Refusal> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Refusals refusals = new Refusals(COUNTED_TOGETHER, this::enqueue);
    private final AtomicLong lost = new AtomicLong();
    private volatile boolean running = true;
    private Thread writer;

    AuditRefusals(AuditRecorder recorder, RequestIds requests) {
        this.recorder = recorder;
        this.requests = requests;
    }

    void start(@Observes StartupEvent started) {
        writer = Thread.ofVirtual().name("audit-refusals").start(this::writeUntilStopped);
    }

    /** What is counted and queued is written before the database connections go. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        refusals.close();
        // Not by an interrupt, which would break the connection that it writes on.
        running = false;
        writer.join();
    }

    void refused(@Observes CredentialsRefused refused) {
        var happening =
                Happening.of(Action.LOGIN_REFUSED).outcome(refused.code()).with("address", refused.address());
        add(refused.tenant(), refused.actor(), null, happening);
    }

    void refused(@Observes RequestRefused refused) {
        var happening = Happening.of(Action.REQUEST_REFUSED)
                .outcome(refused.code())
                .with("method", refused.method())
                .with("path", refused.path());
        add(refused.tenant(), refused.actor(), refused.actorName(), happening);
    }

    private void add(String tenant, String actor, String actorName, Happening happening) {
        // Whoever cannot be told apart knocked at the platform's door.
        String log = Optional.ofNullable(tenant).orElse(TenantIds.PLATFORM);
        String who = Optional.ofNullable(actor).orElse(NOBODY);
        refusals.add(new Refusal(
                log, new EntryContent.Actor(who, Optional.ofNullable(actorName), requests.current()), happening));
    }

    private void enqueue(Refusal refusal) {
        if (!queue.offer(refusal)) {
            lost.incrementAndGet();
        }
    }

    private void writeUntilStopped() {
        List<Refusal> batch = new ArrayList<>();
        while (running || !queue.isEmpty()) {
            try {
                Optional.ofNullable(queue.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                        .ifPresent(batch::add);
            } catch (InterruptedException impossible) {
                throw new IllegalStateException("nobody interrupts this thread", impossible);
            }
            queue.drainTo(batch, BATCH);
            batch.forEach(this::write);
            batch.clear();
            long since = lost.getAndSet(0);
            if (since > 0) {
                Log.warnf("%d audit entries for refusals were lost: too many at once", since);
            }
        }
    }

    private void write(Refusal refusal) {
        try {
            new Acting(refusal.tenant(), NOBODY).run(() -> QuarkusTransaction.requiringNew()
                    .run(() -> recorder.record(refusal.happening(), refusal.actor())));
        } catch (RuntimeException failed) {
            Log.warnf(
                    "an audit entry for a refusal (%s) was lost: %s",
                    refusal.happening().outcome(), failed);
        }
    }
}
