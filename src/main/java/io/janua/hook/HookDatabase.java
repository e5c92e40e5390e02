package io.janua.hook;

import io.janua.security.Acting;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * What the work on hooks does in the database, for one tenant and in a transaction of its own. It takes turns: however
 * much there is to tell, most connections are for those who ask whether a door opens.
 */
@ApplicationScoped
class HookDatabase {

    static final String ACTOR = "system:hooks";

    private static final int CONNECTIONS = 4;

    private final Semaphore turns = new Semaphore(CONNECTIONS, true);

    <T> T call(String tenant, Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return new Acting(tenant, ACTOR)
                    .call(() -> QuarkusTransaction.requiringNew().call(work::get));
        } finally {
            turns.release();
        }
    }

    void run(String tenant, Runnable work) {
        call(tenant, () -> {
            work.run();
            return null;
        });
    }
}
