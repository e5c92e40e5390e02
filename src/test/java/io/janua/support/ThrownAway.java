package io.janua.support;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** Databases that are needed no more. */
public final class ThrownAway {

    private ThrownAway() {}

    /**
     * A worker that cleans up in a database is the server's own, and whoever is no superuser has to wait until it has
     * ended.
     */
    public static void database(Runnable drop) {
        await("the database is dropped")
                .atMost(Duration.ofMinutes(3))
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .ignoreExceptions()
                .until(() -> {
                    drop.run();
                    return true;
                });
    }
}
