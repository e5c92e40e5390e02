package io.janua.audit;

import io.janua.problem.Problem;
import io.janua.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Lets few read whole logs at once: each such reader keeps a processor busy for as long as the log is long. */
@ApplicationScoped
class FullReads {

    private static final int AT_ONCE = 4;
    private static final int OF_ONE_TENANT = 2;

    private final Semaphore all = new Semaphore(AT_ONCE);
    private final Map<String, Semaphore> byTenant = new ConcurrentHashMap<>();

    /** Reads a log. */
    interface Reading<T> {
        T read() throws IOException;
    }

    /** @throws Problem {@code busy} when as many others read already */
    <T> T oneMore(String tenant, Reading<T> reading) throws IOException {
        Semaphore own = byTenant.computeIfAbsent(tenant, name -> new Semaphore(OF_ONE_TENANT));
        if (!own.tryAcquire()) {
            throw Problems.busy();
        }
        try {
            if (!all.tryAcquire()) {
                throw Problems.busy();
            }
            try {
                return reading.read();
            } finally {
                all.release();
            }
        } finally {
            own.release();
        }
    }
}
