package io.janua.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An hour of mixed traffic, enrolments and erasures among it: what grows that should not? The last quarter is compared
 * with the second, because the first warms up.
 */
final class SoakBench implements Benchmark {

    static final String NAME = "soak";

    private static final String GALLERY = "soak";
    private static final int CLIENTS = 4;
    private static final Duration WHOLE = Duration.ofHours(1);
    private static final Duration QUICK = Duration.ofMinutes(8);
    private static final Duration SAMPLE = Duration.ofSeconds(10);

    private static final Reach FLAT = new Reach.AtMost(1.1);
    private static final Reach NONE_MORE = new Reach.AtMost(2);
    private static final Reach NO_DRIFT = new Reach.AtMost(1.15);
    private static final Reach NOTHING = new Reach.AtMost(0);

    private final Duration time;

    SoakBench(BenchOptions options) {
        time = options.quick() ? QUICK : WHOLE;
    }

    private record Sample(
            double megabytes, double threads, double descriptors, double connections, double median, double late) {}

    @Override
    public void run(Report report) {
        List<String> people = BenchPictures.people();
        List<byte[]> probes = people.stream().map(BenchPictures::probe).toList();
        Progress.say("soak: %d minutes", time.toMinutes());
        try (BenchDatabase database = BenchDatabase.create();
                ServiceUnderTest service = ServiceUnderTest.start(database);
                Connection watching = database.connectAsOwner()) {
            ServiceClient client = service.client();
            client.createGallery(GALLERY, Map.of("duplicates", "off"));
            people.forEach(person -> client.enroll(GALLERY, person, BenchPictures.enrolment(person)));
            var asked = new AtomicInteger();
            Queue<Double> identifications = new ConcurrentLinkedQueue<>();
            List<Sample> samples = new ArrayList<>();
            int wrong = 0;
            long end = System.nanoTime() + time.toNanos();
            while (System.nanoTime() < end) {
                wrong += Load.of(CLIENTS, SAMPLE, _ -> {
                            int number = asked.getAndIncrement();
                            int person = number % people.size();
                            return call(client, number, people.get(person), probes.get(person), identifications);
                        })
                        .wrong();
                samples.add(sample(service, watching, identifications));
                identifications.clear();
            }
            report(report, samples, asked.get(), wrong);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Of ten calls seven identify, two verify, one enrols somebody and erases them again. */
    private static boolean call(
            ServiceClient client, int number, String person, byte[] probe, Queue<Double> identifications) {
        return switch (number % 10) {
            case 0 -> {
                String guest = "guest-" + number;
                client.enroll(GALLERY, guest, BenchPictures.enrolment(person));
                client.erase(GALLERY, guest);
                yield true;
            }
            case 1, 2 -> client.verifies(GALLERY, person, probe);
            default -> {
                long since = System.nanoTime();
                int status = client.identify(GALLERY, probe, "").status();
                identifications.add((System.nanoTime() - since) / 1e6);
                yield status == 200;
            }
        };
    }

    private static Sample sample(ServiceUnderTest service, Connection watching, Queue<Double> identifications)
            throws SQLException {
        double[] millis =
                identifications.stream().mapToDouble(Double::doubleValue).toArray();
        var process = new ProcessMemory(service.pid());
        return new Sample(
                process.residentMegabytes(),
                process.threads(),
                process.descriptors(),
                BenchDatabase.number(
                        watching, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"),
                Statistics.median(millis),
                Statistics.percentile(0.99, millis));
    }

    private static void report(Report report, List<Sample> samples, int asked, int wrong) {
        int quarter = samples.size() / 4;
        List<Sample> before = samples.subList(quarter, 2 * quarter);
        List<Sample> after = samples.subList(samples.size() - quarter, samples.size());
        report.add(Row.of(NAME, "calls", asked, ""));
        report.add(Row.of(NAME, "wrong answers", wrong, "", NOTHING));
        report.add(Row.of(NAME, "resident memory at the end", median(after, Sample::megabytes), "MB"));
        report.add(Row.of(
                NAME, "resident memory, last quarter / second", ratio(after, before, Sample::megabytes), "", FLAT));
        report.add(Row.of(NAME, "threads more than then", more(after, before, Sample::threads), "", NONE_MORE));
        report.add(Row.of(NAME, "open files more than then", more(after, before, Sample::descriptors), "", NONE_MORE));
        report.add(Row.of(NAME, "database connections more", more(after, before, Sample::connections), "", NONE_MORE));
        report.add(Row.of(NAME, "identification, median", median(after, Sample::median), "ms"));
        report.add(Row.of(NAME, "median, last quarter / second", ratio(after, before, Sample::median), "", NO_DRIFT));
        report.add(Row.of(
                NAME, "99th percentile, last quarter / second", ratio(after, before, Sample::late), "", NO_DRIFT));
    }

    private interface Figure {
        double of(Sample sample);
    }

    private static double median(List<Sample> samples, Figure figure) {
        return Statistics.median(samples.stream().mapToDouble(figure::of).toArray());
    }

    private static double ratio(List<Sample> after, List<Sample> before, Figure figure) {
        return median(after, figure) / median(before, figure);
    }

    private static double more(List<Sample> after, List<Sample> before, Figure figure) {
        return median(after, figure) - median(before, figure);
    }
}
