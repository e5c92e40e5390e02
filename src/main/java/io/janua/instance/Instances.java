package io.janua.instance;

import io.janua.database.Sql;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.lang.management.ManagementFactory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The instances that work at this database. Each writes its row once a second, with what it counts together with the
 * others, and reads theirs in the same statement: nobody waits for it, and a request costs nothing.
 */
@ApplicationScoped
public class Instances {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private static final String BEAT = """
            WITH left_behind AS (DELETE FROM instance WHERE id IN (
                SELECT id FROM instance WHERE id <> ? AND seen_at < now() - interval '1 minute'
                FOR UPDATE SKIP LOCKED)),
            own AS (
                INSERT INTO instance (id, version, started_at, seen_at, counts) VALUES (?, ?, ?, now(), ?)
                ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at, counts = excluded.counts
            )
            SELECT id, version, started_at, seen_at, counts FROM instance
            WHERE id <> ? AND seen_at > now() - interval '10 seconds'""";

    private static final String END = "DELETE FROM instance WHERE id = ?";

    private final Sql sql;
    private final SharedCounts counts;
    private final Event<Beat> beats;
    private final String version;

    private final UUID id = UUID.randomUUID();
    private final Instant startedAt =
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Told told = new Told();
    private final Map<UUID, Long> heard = new HashMap<>();

    private Thread thread;
    private long beat;
    private boolean failing;
    private volatile List<Row> others = List.of();

    Instances(
            Sql sql,
            SharedCounts counts,
            Event<Beat> beats,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.sql = sql;
        this.counts = counts;
        this.beats = beats;
        this.version = version;
    }

    private record Row(LiveInstance instance, Long[] counts) {}

    /** This instance, until its process ends. */
    public UUID id() {
        return id;
    }

    /** This one first; the others as they were seen with the last beat. */
    public List<LiveInstance> live() {
        var self = new LiveInstance(id, version, startedAt, Instant.now(), true);
        return Stream.concat(Stream.of(self), others.stream().map(Row::instance))
                .toList();
    }

    void start(@Observes StartupEvent started) {
        thread = Thread.ofVirtual().name("instance").start(this::work);
    }

    /** The others need not wait until it is missed. */
    void stop(@Observes ShutdownEvent ended) throws InterruptedException {
        stopping.countDown();
        thread.join();
        try {
            sql.update(END, id);
        } catch (IllegalStateException databaseGone) {
            Log.debugf(databaseGone, "the row of this instance stays until it is old");
        }
    }

    private void work() {
        try {
            do {
                beatOrTell();
            } while (!stopping.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void beatOrTell() {
        try {
            beat();
            failing = false;
            tellOf(new Beat());
        } catch (RuntimeException databaseGone) {
            others = List.of();
            if (!failing) {
                Log.warn(
                        "this instance cannot tell the others that it lives; until it can, it counts for itself",
                        databaseGone);
            }
            failing = true;
        }
    }

    private void beat() {
        Map<Long, Long> news = counts.takeNews();
        beat++;
        // Alone, there is nobody to tell, and who comes later begins afresh.
        told.add(beat, others.isEmpty() ? Map.of() : news);
        others = sql.query(BEAT, Instances::row, id, id, version, startedAt, new Sql.Array("bigint", told.row()), id);
        counts.countedElsewhere(countedSince());
    }

    /** Whoever fails at what it does with each beat does not make this instance alone. */
    private void tellOf(Beat done) {
        try {
            beats.fire(done);
        } catch (RuntimeException failed) {
            Log.warn("not all was done that is done with each beat; the next one goes on", failed);
        }
    }

    /** Nothing is heard twice: a row repeats what it said before, also one that was away for a while. */
    private Map<Long, Long> countedSince() {
        Map<Long, Long> sums = new HashMap<>();
        for (Row other : others) {
            long last = heard.getOrDefault(other.instance().id(), 0L);
            Told.sums(other.counts(), beat -> beat > last).forEach((what, count) -> sums.merge(what, count, Long::sum));
            heard.put(other.instance().id(), Math.max(last, Told.lastBeat(other.counts())));
        }
        return sums;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new LiveInstance(
                        row.getObject("id", UUID.class),
                        row.getString("version"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                        false),
                (Long[]) row.getArray("counts").getArray());
    }
}
