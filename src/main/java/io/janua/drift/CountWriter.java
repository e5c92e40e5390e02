package io.janua.drift;

import io.janua.security.Acting;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Writes down what this instance counted, now and then and before it stops: no recognition waits for it. What cannot be
 * written is kept for the next time; whatever a killed process had not written is lost.
 */
@ApplicationScoped
class CountWriter {

    static final String ACTOR = "system:drift";

    private static final int ATTEMPTS = 2;

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Tally tally;
    private final CountRows rows;
    private final DriftConfig config;
    private boolean failing;

    CountWriter(Tally tally, CountRows rows, DriftConfig config) {
        this.tally = tally;
        this.rows = rows;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        Thread.ofVirtual().name("recognition-counts").start(this::work);
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.countDown();
        write();
    }

    private void work() {
        try {
            while (!stopping.await(config.writeEvery().toMillis(), TimeUnit.MILLISECONDS)) {
                write();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** A transaction for each gallery; none where nothing was counted. */
    synchronized void write() {
        int failures = 0;
        for (var counted : tally.take().entrySet()) {
            // A database that is gone would be asked for each of a thousand galleries while the service waits to stop.
            if (failures >= ATTEMPTS || !written(counted.getKey(), counted.getValue())) {
                tally.putBack(counted.getKey(), counted.getValue());
                failures++;
            }
        }
        failing = failures > 0;
        long dropped = tally.dropped();
        if (dropped > 0) {
            Log.warnf("%d recognitions were not counted: too much waits to be written down", dropped);
        }
    }

    private boolean written(Tally.Place place, Counts counts) {
        try {
            new Acting(place.tenant(), ACTOR).run(() -> QuarkusTransaction.requiringNew()
                    .run(() -> rows.add(place.gallery(), place.model(), place.day(), counts)));
            return true;
        } catch (RuntimeException trouble) {
            if (!failing) {
                Log.warn("what recognitions were like could not be written down; it waits for the next time", trouble);
            }
            failing = true;
            return false;
        }
    }
}
