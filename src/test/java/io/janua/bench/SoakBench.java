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
 * with the second, because the first warms up. The gallery is searched in memory, so that the copy, too, is followed and
 * read anew for an hour.
 */
final class SoakBench implements Benchmark {

    static final String NAME = "soak";

    private static final String GALLERY = "soak";

    /** Drawn people look alike: who is nearest is right, whether it is near enough or not. */
    private static final String QUERY = "?belowThreshold=true";

    private static final Map<String, String> IN_MEMORY = Map.of("JANUA_SEARCH_RESIDENT_FROM", "1");

    /** Of ten calls seven identify, two verify, and one enrols somebody and erases them again, who is none of the others. */
    private static final int GUESTS = 5;

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
        List<String> everybody = BenchPictures.people();
        List<String> people = everybody.subList(GUESTS, everybody.size());
        List<byte[]> guests = everybody.subList(0, GUESTS).stream()
                .map(BenchPictures::enrolment)
                .toList();
        List<byte[]> probes = people.stream().map(BenchPictures::probe).toList();
        Progress.say("soak: %d minutes", time.toMinutes());
        try (BenchDatabase database = BenchDatabase.create();
                ServiceUnderTest service = ServiceUnderTest.start(database, IN_MEMORY);
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
                            if (number % 10 == 0) {
                                return comesAndGoes(client, "guest-" + number, guests.get(number / 10 % GUESTS));
                            }
                            int person = number % people.size();
                            return number % 10 < 3
                                    ? client.verifies(GALLERY, people.get(person), probes.get(person))
                                    : identifies(client, people.get(person), probes.get(person), identifications);
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

    private static boolean comesAndGoes(ServiceClient client, String guest, byte[] picture) {
        client.enroll(GALLERY, guest, picture);
        client.erase(GALLERY, guest);
        return true;
    }

    private static boolean identifies(
            ServiceClient client, String person, byte[] probe, Queue<Double> identifications) {
        long since = System.nanoTime();
        boolean right = client.identify(GALLERY, probe, QUERY).showsFirst(person);
        identifications.add((System.nanoTime() - since) / 1e6);
        return right;
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
