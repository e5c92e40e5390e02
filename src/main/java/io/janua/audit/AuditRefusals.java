package io.janua.audit;

import io.janua.audit.Refusals.Refusal;
import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.http.RequestIds;
import io.janua.security.Acting;
import io.janua.security.CredentialsRefused;
import io.janua.security.RequestRefused;
import io.janua.tenant.CurrentTenant;
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

/**
 * Writes down who was turned away. Nothing was done that an entry would have to last with, and the refusal happens where
 * nobody may wait for a database, so entries pass through a bounded queue.
 */
@ApplicationScoped
class AuditRefusals {

    private static final Duration COUNTED_TOGETHER = Duration.ofMinutes(1);
    private static final int QUEUE = 10_000;
    private static final int BATCH = 200;
    private static final String NOBODY = "nobody";

    private final AuditRecorder recorder;
    private final RequestIds requests;
    private final BlockingQueue<Refusal> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Refusals refusals = new Refusals(COUNTED_TOGETHER, this::enqueue);
    private Thread writer;

    AuditRefusals(AuditRecorder recorder, RequestIds requests) {
        this.recorder = recorder;
        this.requests = requests;
    }

    void start(@Observes StartupEvent started) {
        writer = Thread.ofVirtual().name("audit-refusals").start(this::writeUntilInterrupted);
    }

    /** What is counted and queued is written before the database connections go. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        refusals.close();
        writer.interrupt();
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
        String log = Optional.ofNullable(tenant).orElse(CurrentTenant.PLATFORM);
        String who = Optional.ofNullable(actor).orElse(NOBODY);
        refusals.add(new Refusal(
                log, new EntryContent.Actor(who, Optional.ofNullable(actorName), requests.current()), happening));
    }

    private void enqueue(Refusal refusal) {
        if (!queue.offer(refusal)) {
            Log.warnf(
                    "an audit entry for a refusal (%s) was lost: too many at once",
                    refusal.happening().outcome());
        }
    }

    private void writeUntilInterrupted() {
        List<Refusal> batch = new ArrayList<>();
        boolean running = true;
        while (running || !queue.isEmpty()) {
            try {
                if (running) {
                    batch.add(queue.take());
                }
            } catch (InterruptedException stopping) {
                running = false;
            }
            queue.drainTo(batch, BATCH);
            batch.forEach(this::write);
            batch.clear();
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
