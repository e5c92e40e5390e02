package io.janua.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** How far the tree is behind a steady stream of entries, and how fast it takes in many at once. */
final class SequencingLoad {

    private static final int ENTRIES_PER_SECOND = 1_000;
    private static final int CONNECTIONS = 4;
    private static final String GALLERY = "bench";

    /**
     * Places are given once a second, and a round takes its time too. Whoever does not keep up is further behind with
     * each second of the stream.
     */
    private static final Reach LAG = new Reach.AtMost(5);

    private static final Reach RATE = new Reach.AtLeast(0.99 * ENTRIES_PER_SECOND);
    private static final Duration MOST_TIME_TO_CATCH_UP = Duration.ofMinutes(3);

    private final Duration stream;
    private final int atOnce;

    SequencingLoad(BenchOptions options) {
        stream = Duration.ofSeconds(options.quick() ? 8 : 30);
        atOnce = options.quick() ? 10_000 : 50_000;
    }

    void measure(ServiceUnderTest service, BenchDatabase database, Report report) {
        try {
            steadily(database, report);
            atOnce(database, report);
        } catch (SQLException failed) {
            throw new IllegalStateException("entries could not be written", failed);
        }
    }

    private void steadily(BenchDatabase database, Report report) throws SQLException {
        Progress.say("audit: %d entries a second for %d s", ENTRIES_PER_SECOND, stream.toSeconds());
        try (var growth = new TreeGrowth(database, AuditBench.TENANT)) {
            growth.awaitAll(MOST_TIME_TO_CATCH_UP);
            long before = growth.size();
            Instant begin = Instant.now();
            int written = write(database);
            double seconds = TreeGrowth.seconds(begin, Instant.now());
            growth.awaitAll(MOST_TIME_TO_CATCH_UP);
            growth.stop();
            double[] lags = growth.lags(before);
            report.add(Row.of(AuditBench.NAME, "entries written", written / seconds, "1/s", RATE));
            report.add(Row.of(AuditBench.NAME, "  to their place, p50", Statistics.percentile(0.5, lags), "s"));
            report.add(Row.of(AuditBench.NAME, "  to their place, p99", Statistics.percentile(0.99, lags), "s"));
            report.add(Row.of(AuditBench.NAME, "  to their place, longest", Statistics.percentile(1, lags), "s", LAG));
            report.add(Row.of(
                    AuditBench.NAME,
                    "  oldest without, seen each second",
                    Statistics.percentile(1, growth.oldestPendingSeconds()),
                    "s",
                    LAG));
        }
    }

    private void atOnce(BenchDatabase database, Report report) throws SQLException {
        Progress.say("audit: %d entries at once", atOnce);
        try (var growth = new TreeGrowth(database, AuditBench.TENANT);
                var connection = database.connectAsService(AuditBench.TENANT)) {
            DecisionStatements.insertAtOnce(connection, AuditBench.TENANT, GALLERY, atOnce);
            Instant committed = Instant.now();
            Instant placed = growth.awaitAll(MOST_TIME_TO_CATCH_UP);
            double seconds = TreeGrowth.seconds(committed, placed);
            report.add(Row.of(AuditBench.NAME, "%d entries at once, placed after".formatted(atOnce), seconds, "s"));
            report.add(Row.of(AuditBench.NAME, "  places a second", atOnce / seconds, "1/s"));
        }
    }

    private int write(BenchDatabase database) throws SQLException {
        List<Future<Integer>> writers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int writer = 0; writer < CONNECTIONS; writer++) {
                writers.add(threads.submit((Callable<Integer>) () -> writeEvenly(database)));
            }
        }
        int written = 0;
        for (Future<Integer> writer : writers) {
            try {
                written += writer.get();
            } catch (ExecutionException failed) {
                throw new SQLException(failed.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
        return written;
    }

    /** Each in a transaction of its own, at its own moment: a late one does not move those after it. */
    private int writeEvenly(BenchDatabase database) throws SQLException {
        int count = (int) (stream.toSeconds() * ENTRIES_PER_SECOND / CONNECTIONS);
        try (var connection = database.connectAsService(AuditBench.TENANT)) {
            long begin = System.nanoTime();
            for (int entry = 0; entry < count; entry++) {
                long due = begin + entry * stream.toNanos() / count;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                DecisionStatements.insert(connection, AuditBench.TENANT, GALLERY);
            }
        }
        return count;
    }
}
