package io.janua.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Events for twenty hooks, one of which never answers, while a door goes on asking. */
final class HooksLoad {

    private static final int HOOKS = 20;
    private static final int EVENTS_PER_SECOND = 500;
    private static final Reach SLOWER = new Reach.AtMost(5);
    private static final Reach LOST = new Reach.AtMost(0);
    private static final Reach RATE = new Reach.AtLeast(0.99 * EVENTS_PER_SECOND);
    private static final Duration MOST_TIME_TO_CATCH_UP = Duration.ofMinutes(2);

    private static final String INSERT = """
            INSERT INTO outbox_event (id, tenant_id, type, source, gallery, occurred_at, data)
            VALUES (?, ?, 'access.granted', ?, ?, ?, ?::jsonb)""";

    private final int rounds;
    private final Duration slice;

    HooksLoad(BenchOptions options) {
        rounds = options.quick() ? 2 : 6;
        slice = options.step();
    }

    /** @param decision asks for one, and says whether it was made */
    void measure(BenchBuilding building, BenchDatabase database, IntPredicate decision, Report report) {
        try (var receiver = HookReceiver.start();
                var connection = database.connectAsService(AuditBench.TENANT)) {
            IntStream.range(0, HOOKS).forEach(hook -> createHook(building, receiver, hook));
            List<Load> quiet = new ArrayList<>();
            List<Load> busy = new ArrayList<>();
            int written = 0;
            double writing = 0;
            // The first round of each is a warm-up: nothing has been delivered yet.
            for (int round = 0; round <= rounds; round++) {
                Progress.say("access: %d events a second, round %d of %d", EVENTS_PER_SECOND, round, rounds);
                Load without = Load.of(1, slice, decision);
                var events = CompletableFuture.supplyAsync(() -> write(connection));
                Load with = Load.of(1, slice, decision);
                double seconds = events.join();
                written += (int) (slice.toSeconds() * EVENTS_PER_SECOND);
                writing += seconds;
                receiver.awaitFrom(HOOKS - 1, written - written / HOOKS, MOST_TIME_TO_CATCH_UP);
                if (round > 0) {
                    quiet.add(without);
                    busy.add(with);
                }
            }
            show(quiet, busy, written, writing, receiver, report);
        } catch (SQLException failed) {
            throw new IllegalStateException("events could not be written", failed);
        }
    }

    private static void show(
            List<Load> quiet, List<Load> busy, int written, double seconds, HookReceiver receiver, Report report) {
        double slower = Statistics.median(IntStream.range(0, quiet.size())
                .mapToDouble(round -> 100 * (median(busy.get(round)) / median(quiet.get(round)) - 1))
                .toArray());
        double[] lags = receiver.millis();
        int expected = written - written / HOOKS;
        report.add(row("events written", written / seconds, "1/s", RATE));
        report.add(row("decision, p50, no events", medianOf(quiet), "ms"));
        report.add(row("decision, p50, with events", medianOf(busy), "ms"));
        report.add(row("decisions slower by", slower, "%", SLOWER));
        report.add(row("event to receiver, p50", Statistics.percentile(0.5, lags), "ms"));
        report.add(row("event to receiver, p99", Statistics.percentile(0.99, lags), "ms"));
        report.add(row("events for receivers that answer", expected, ""));
        report.add(row("  lost", expected - receiver.different(), "", LOST));
        report.add(row("  out of order", receiver.outOfOrder(), "", LOST));
        report.add(row("  repeated", receiver.repeated(), ""));
    }

    /** Each in a transaction of its own, at its own moment. */
    private double write(Connection connection) {
        long count = slice.toSeconds() * EVENTS_PER_SECOND;
        long begin = System.nanoTime();
        try (var insert = connection.prepareStatement(INSERT)) {
            for (int event = 0; event < count; event++) {
                long due = begin + event * slice.toNanos() / count;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                insert.setObject(1, UuidVersion7Strategy.INSTANCE.generateUuid(null));
                insert.setString(2, AuditBench.TENANT);
                insert.setString(3, BenchBuilding.door(event % HOOKS));
                insert.setString(4, BenchBuilding.GALLERY);
                insert.setTimestamp(5, Timestamp.from(Instant.now()));
                insert.setString(
                        6,
                        "{\"point\": \"%s\", \"reason\": \"rule\", \"%s\": %d}"
                                .formatted(BenchBuilding.door(event % HOOKS), HookReceiver.WRITTEN, System.nanoTime()));
                insert.executeUpdate();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void createHook(BenchBuilding building, HookReceiver receiver, int hook) {
        String url = hook == 0 ? receiver.silentAddress() : receiver.address() + "/" + hook;
        var created = building.client()
                .send(
                        "POST",
                        "/v1/hooks",
                        "application/json",
                        BenchBuilding.bytes(Map.of(
                                "name",
                                "hook-" + hook,
                                "points",
                                List.of(BenchBuilding.door(hook)),
                                "target",
                                Map.of("type", "webhook", "url", url))));
        if (created.status() != 201) {
            throw new IllegalStateException("no hook: %s".formatted(created.body()));
        }
    }

    private static double median(Load load) {
        return Statistics.median(load.millis());
    }

    private static double medianOf(List<Load> loads) {
        return Statistics.median(loads.stream()
                .flatMapToDouble(load -> Arrays.stream(load.millis()))
                .toArray());
    }

    private static Row row(String name, double value, String unit) {
        return Row.of(AccessBench.NAME, name, value, unit);
    }

    private static Row row(String name, double value, String unit, Reach reach) {
        return Row.of(AccessBench.NAME, name, value, unit, reach);
    }
}
