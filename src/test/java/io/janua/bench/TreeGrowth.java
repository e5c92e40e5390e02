package io.janua.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Watches from outside how the tree of a tenant grows. */
final class TreeGrowth implements AutoCloseable {

    /** The resolution of what is measured. */
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private static final String SIZE = "SELECT coalesce(max(size), 0) FROM audit_tree WHERE tenant_id = '%s'";
    private static final String PENDING =
            "SELECT count(*) FROM audit_entry WHERE tenant_id = '%s' AND leaf_index IS NULL";
    private static final String OLDEST_PENDING_MILLIS = """
            SELECT coalesce(1000 * extract(epoch FROM clock_timestamp() - min(recorded_at)), 0)::bigint
            FROM audit_entry WHERE tenant_id = '%s' AND leaf_index IS NULL""";

    private final Connection connection;
    private final String tenant;
    /** When each size was seen first. */
    private final TreeMap<Long, Instant> sizes = new TreeMap<>();

    private final List<Double> oldestPendingSeconds = new ArrayList<>();
    private final CompletableFuture<Void> watching;
    private volatile boolean stopped;

    TreeGrowth(BenchDatabase database, String tenant) throws SQLException {
        this.tenant = tenant;
        connection = database.connectAsOwner();
        watching = CompletableFuture.runAsync(
                this::watch, task -> Thread.ofPlatform().start(task));
    }

    /** @return when the last entry was seen in its place */
    Instant awaitAll(Duration limit) throws SQLException {
        Instant end = Instant.now().plus(limit);
        while (number(PENDING) > 0) {
            if (watching.isDone() || Instant.now().isAfter(end)) {
                throw new IllegalStateException("entries wait for their place since %s".formatted(limit));
            }
            pause(INTERVAL);
        }
        long size = number(SIZE);
        while (!watching.isDone()) {
            synchronized (sizes) {
                if (sizes.containsKey(size)) {
                    return sizes.get(size);
                }
            }
            pause(INTERVAL);
        }
        throw new IllegalStateException("the log is not watched any more");
    }

    /** Once a second. */
    double[] oldestPendingSeconds() {
        return oldestPendingSeconds.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Of every entry from this place on, seconds from when it was written to when its place was seen. */
    double[] lags(long from) throws SQLException {
        Map<Long, Instant> written = new TreeMap<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT leaf_index, recorded_at FROM audit_entry WHERE tenant_id = '%s' AND leaf_index >= %d"
                                .formatted(tenant, from))) {
            while (rows.next()) {
                written.put(rows.getLong(1), rows.getTimestamp(2).toInstant());
            }
        }
        return written.entrySet().stream()
                .mapToDouble(entry -> seconds(
                        entry.getValue(), sizes.higherEntry(entry.getKey()).getValue()))
                .toArray();
    }

    long size() throws SQLException {
        return number(SIZE);
    }

    /** Ends the watching, so that what was seen can be read. */
    void stop() {
        stopped = true;
        try {
            watching.join();
        } catch (CompletionException failed) {
            throw new IllegalStateException("the log could not be watched", failed.getCause());
        }
    }

    @Override
    public void close() throws SQLException {
        stop();
        connection.close();
    }

    static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    private void watch() {
        Instant nextSecond = Instant.now();
        try {
            while (!stopped) {
                long size = number(SIZE);
                Instant now = Instant.now();
                synchronized (sizes) {
                    sizes.putIfAbsent(size, now);
                }
                if (!now.isBefore(nextSecond)) {
                    oldestPendingSeconds.add(number(OLDEST_PENDING_MILLIS) / 1000.0);
                    nextSecond = nextSecond.plusSeconds(1);
                }
                pause(INTERVAL);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** One statement at a time: two threads use the connection. */
    private synchronized long number(String sql) throws SQLException {
        return BenchDatabase.number(connection, sql.formatted(tenant));
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
