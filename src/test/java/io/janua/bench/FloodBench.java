package io.janua.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Ten times as many pictures as the service can work on. It is to send the rest away at once, to keep what it admits as
 * quick as before, to need no more memory, and to be itself again as soon as the crowd is gone.
 */
final class FloodBench implements Benchmark {

    static final String NAME = "flood";

    private static final int TIMES_CAPACITY = 10;
    private static final int CLIENTS = 4;
    private static final int CONNECTIONS = 200;
    private static final int WARM_UP_ANSWERS = 3_000;
    private static final Duration WARM_UP_LIMIT = Duration.ofSeconds(60);
    private static final Duration AFTERWARDS = Duration.ofSeconds(5);

    /** A person at a door does not notice it; and what waits behind refusals must be quick to refuse. */
    private static final Reach QUICK = new Reach.AtMost(100);

    /** Full queue, eight pictures for each thread, and the picture itself. */
    private static final Reach ADMITTED = new Reach.AtMost(12);

    private static final Reach WITHIN_A_SECOND = new Reach.AtMost(1000);
    private static final Reach NOTHING = new Reach.AtMost(0);
    private static final Reach STILL_BUSY = new Reach.AtLeast(0.7);
    private static final Reach FLAT = new Reach.AtMost(1.2);
    private static final Reach AS_BEFORE = new Reach.AtMost(1.5);

    private final Duration step;

    FloodBench(BenchOptions options) {
        step = options.step().multipliedBy(2);
    }

    @Override
    public void run(Report report) {
        List<String> people = BenchPictures.people();
        List<byte[]> probes = people.stream().map(BenchPictures::probe).toList();
        Progress.say("flood: starting the service and enrolling %d people", people.size());
        try (BenchDatabase database = BenchDatabase.create();
                ServiceUnderTest service = ServiceUnderTest.start(database)) {
            ServiceClient client = service.client();
            client.createGallery(NAME, Map.of());
            people.forEach(person -> client.enroll(NAME, person, BenchPictures.enrolment(person)));
            var asking = new FloodWitness(client, NAME, probes);
            Progress.say("flood: warm-up");
            Load.of(CLIENTS, WARM_UP_LIMIT, WARM_UP_ANSWERS, asking::isAnswered);
            Load capacity = Load.of(CLIENTS, step, asking::isAnswered);
            var memory = new ProcessMemory(service.pid());
            double before = memory.residentMegabytes();
            memory.resetPeak();

            var quiet = asking.during(step, () -> {});
            int rate = (int) Math.ceil(TIMES_CAPACITY * capacity.perSecond());
            Progress.say("flood: %d pictures a second where %.0f are the most", rate, capacity.perSecond());
            var crowd = new Wrk(service.address(), ServiceUnderTest.key(), NAME, CONNECTIONS, rate);
            var results = new Wrk.Result[1];
            var flooded = asking.during(step, () -> results[0] = crowd.flood(step));
            double peak = memory.peakMegabytes();
            var after = asking.during(AFTERWARDS, () -> {});
            show(report, capacity, results[0], quiet, flooded, after);
            report.add(Row.of(NAME, "resident memory before", before, "MB"));
            report.add(Row.of(NAME, "most resident memory in the flood / before", peak / before, "", FLAT));
        }
    }

    private static void show(
            Report report,
            Load capacity,
            Wrk.Result crowd,
            FloodWitness.Seen quiet,
            FloodWitness.Seen flooded,
            FloodWitness.Seen after) {
        double admitted = crowd.ok() / crowd.seconds() + flooded.ok().length / flooded.seconds();
        report.add(Row.of(NAME, "capacity", capacity.perSecond(), "1/s"));
        report.add(Row.of(NAME, "asked in the flood", crowd.perSecond(), "1/s"));
        report.add(Row.of(NAME, "answered with a decision in the flood", admitted, "1/s"));
        report.add(Row.of(NAME, "the same / capacity", admitted / capacity.perSecond(), "", STILL_BUSY));
        report.add(Row.of(NAME, "sent away (503)", crowd.busy() / crowd.seconds(), "1/s"));
        report.add(Row.of(NAME, "neither (errors, other answers)", crowd.other() + flooded.other(), "", NOTHING));
        report.add(Row.of(NAME, "503 without Retry-After", crowd.withoutRetryAfter(), "", NOTHING));
        report.add(Row.of(NAME, "sent away after, p50", Statistics.median(flooded.busy()), "ms"));
        report.add(Row.of(NAME, "sent away after, p99", Statistics.percentile(0.99, flooded.busy()), "ms", QUICK));
        report.add(Row.of(NAME, "admitted, p50 quiet", Statistics.median(quiet.ok()), "ms"));
        report.add(Row.of(NAME, "admitted, p99 quiet", Statistics.percentile(0.99, quiet.ok()), "ms"));
        report.add(Row.of(NAME, "admitted, p50 in the flood", Statistics.median(flooded.ok()), "ms"));
        report.add(Row.of(NAME, "admitted, p99 in the flood", Statistics.percentile(0.99, flooded.ok()), "ms"));
        report.add(Row.of(
                NAME,
                "admitted, p99 in the flood / p50 quiet",
                Statistics.percentile(0.99, flooded.ok()) / Statistics.median(quiet.ok()),
                "",
                ADMITTED));
        report.add(Row.of(NAME, "first decision after the flood", after.firstOkMillis(), "ms", WITHIN_A_SECOND));
        report.add(Row.of(NAME, "last 503 after the flood", after.lastBusyMillis(), "ms", WITHIN_A_SECOND));
        report.add(Row.of(
                NAME,
                "admitted, p50 after the flood / before",
                Statistics.median(after.ok()) / Statistics.median(quiet.ok()),
                "",
                AS_BEFORE));
    }
}
