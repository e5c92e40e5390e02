package io.janua.hook;

import io.janua.database.Sql;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Gives committed events their place in the tenant's order, and wakes whoever tells them on. It hears of this instance's
 * events at once and looks for the others' twice a second. A place is given under a lock, so there is one order for all.
 */
@ApplicationScoped
class Sequencer {

    private static final Duration POLLING = Duration.ofMillis(500);
    /** What comes together is placed together: a flood of events is a few transactions a second more, not hundreds. */
    private static final Duration BREATH = Duration.ofMillis(10);

    private static final int BATCH = 5_000;
    private static final String PENDING = "SELECT * FROM tenants_with_pending_events()";

    private final BlockingQueue<String> rung = new LinkedBlockingQueue<>();
    private final Sql sql;
    private final HookDatabase database;
    private final Outbox outbox;
    private final EventFeed feed;
    private final HookScheduler hooks;
    private volatile boolean stopped;
    private boolean failing;

    Sequencer(Sql sql, HookDatabase database, Outbox outbox, EventFeed feed, HookScheduler hooks) {
        this.sql = sql;
        this.database = database;
        this.outbox = outbox;
        this.feed = feed;
        this.hooks = hooks;
    }

    void start(@Observes StartupEvent started) {
        Thread.ofVirtual().name("outbox-sequencer").start(this::work);
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    /** The tenant has new events, committed. */
    void ring(String tenant) {
        rung.add(tenant);
    }

    private void work() {
        long nextLook = System.nanoTime();
        while (!stopped) {
            try {
                Set<String> tenants = awaitRung(Math.max(0, nextLook - System.nanoTime()));
                // Also while this instance rings all the time: the others' events wait for nobody's silence.
                if (System.nanoTime() - nextLook >= 0) {
                    nextLook = System.nanoTime() + POLLING.toNanos();
                    tenants.addAll(sql.query(PENDING, row -> row.getString(1)));
                }
                round(tenants);
                TimeUnit.NANOSECONDS.sleep(BREATH.toNanos());
            } catch (InterruptedException interrupted) {
                return;
            } catch (Throwable failed) {
                // Without this loop nobody is told anything any more.
                tellOnce(failed);
            }
        }
    }

    private Set<String> awaitRung(long nanos) throws InterruptedException {
        Set<String> tenants = new HashSet<>();
        String first = rung.poll(nanos, TimeUnit.NANOSECONDS);
        if (first != null) {
            tenants.add(first);
            rung.drainTo(tenants);
        }
        return tenants;
    }

    private void round(Collection<String> tenants) {
        boolean failed = false;
        for (String tenant : tenants) {
            try {
                sequence(tenant);
            } catch (RuntimeException trouble) {
                failed = true;
                tellOnce(trouble);
            }
        }
        feed.reached();
        hooks.wake();
        failing = failed;
    }

    private void sequence(String tenant) {
        int placed;
        do {
            placed = database.call(tenant, () -> outbox.place(BATCH));
        } while (placed == BATCH);
    }

    /** The rows are still there, and so is the next look at them. */
    private void tellOnce(Throwable failed) {
        if (!failing && !stopped) {
            Log.warn("events could not be put in order; they wait for the next attempt", failed);
        }
        failing = true;
    }
}
