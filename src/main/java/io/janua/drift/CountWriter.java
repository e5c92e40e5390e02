package io.janua.drift;

import io.janua.security.Acting;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Collections;

/**
 * Writes down what this instance counted, now and then and before it stops: no recognition waits for it. What cannot be
 * written is kept for the next time; whatever a killed process had not written is lost.
 */
@ApplicationScoped
class CountWriter {

    static final String ACTOR = "system:drift";

    private static final int ATTEMPTS = 2;

    private final Tally tally;
    private final CountRows rows;
    private final DriftConfig config;
    private volatile boolean stopping;
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
        stopping = true;
        tally.wake();
        write();
    }

    private void work() {
        try {
            tally.await(config.writeEvery());
            while (!stopping) {
                write();
                tally.await(config.writeEvery());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** A transaction for each gallery; none where nothing was counted. */
    synchronized void write() {
        var taken = new ArrayList<>(tally.take().entrySet());
        // Those that fail every time are not to stand before the same others every time.
        Collections.shuffle(taken);
        boolean failed = false;
        int failedInARow = 0;
        for (var counted : taken) {
            // A database that is gone would be asked for each of a thousand galleries while the service waits to stop.
            if (failedInARow < ATTEMPTS && written(counted.getKey(), counted.getValue())) {
                failedInARow = 0;
            } else {
                tally.putBack(counted.getKey(), counted.getValue());
                failedInARow++;
                failed = true;
            }
        }
        failing = failed;
        long dropped = tally.dropped();
        if (dropped > 0) {
            Log.warnf("%d observations were not counted: too much waits to be written down", dropped);
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
