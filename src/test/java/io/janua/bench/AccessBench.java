package io.janua.bench;

import io.janua.vision.InferencePool;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A door's question over HTTP beside the pipeline alone, and what hooks cost it. */
final class AccessBench implements Benchmark {

    static final String NAME = "access";

    private static final int ENROLLED = 10_000;
    private static final int RULES = 500;
    private static final Reach RATIO = new Reach.AtMost(1.3);
    private static final Reach TAIL = new Reach.AtMost(4);
    private static final Reach NONE = new Reach.AtMost(0);
    private static final int WARM_UP_ANSWERS = 5_000;
    private static final int QUICK_WARM_UP_ANSWERS = 500;

    private final BenchOptions options;
    private final int rounds;
    private final Duration slice;
    private final int warmUpAnswers;
    private final List<String> people = BenchPictures.people();
    private final List<byte[]> probes =
            people.stream().map(BenchPictures::probe).toList();

    AccessBench(BenchOptions options) {
        this.options = options;
        rounds = options.quick() ? 4 : 12;
        slice = options.step().dividedBy(4);
        warmUpAnswers = options.quick() ? QUICK_WARM_UP_ANSWERS : WARM_UP_ANSWERS;
    }

    @Override
    public void run(Report report) {
        Progress.say("access: starting the service, %d people and %d rules", ENROLLED, RULES);
        try (BenchDatabase database = BenchDatabase.create();
                ServiceUnderTest service =
                        ServiceUnderTest.start(database, Map.of("JANUA_HOOKS_PRIVATE_NETWORKS", "127.0.0.0/8"));
                InferencePool pool = LocalPipeline.pool(1)) {
            var building = new BenchBuilding(service.client());
            building.furnish(people, RULES);
            building.fillUp(database, ENROLLED);
            Progress.say("access: warm-up, %d answers", warmUpAnswers);
            Load.of(2, Duration.ofMinutes(5), warmUpAnswers, number -> passes(building, number));
            show(measure(building, pool), report);
            new HooksLoad(options).measure(building, database, number -> passes(building, number), report);
        }
    }

    private record Round(Load floor, Load decisions) {
        double ratio() {
            return Statistics.median(decisions.millis()) / Statistics.median(floor.millis());
        }
    }

    private List<Round> measure(BenchBuilding building, InferencePool pool) {
        return IntStream.rangeClosed(1, rounds)
                .mapToObj(round -> {
                    Progress.say("access: one client, round %d of %d", round, rounds);
                    Load floor = Load.of(1, slice, number -> pool.call(
                                    pipeline -> pipeline.extract(probe(number), LocalPipeline.PROBE))
                            .embedding()
                            .isPresent());
                    return new Round(floor, Load.of(1, slice, number -> passes(building, number)));
                })
                .toList();
    }

    /** Drawn people resemble each other, so one may rightly be told from nobody; then it is no grant. */
    private boolean passes(BenchBuilding building, int number) {
        return building.decide(number, probe(number)).status() == 200;
    }

    private byte[] probe(int number) {
        return probes.get(number % probes.size());
    }

    private static void show(List<Round> rounds, Report report) {
        double[] millis = rounds.stream()
                .flatMapToDouble(round -> Arrays.stream(round.decisions().millis()))
                .toArray();
        double[] floor = rounds.stream()
                .flatMapToDouble(round -> Arrays.stream(round.floor().millis()))
                .toArray();
        double ratio =
                Statistics.median(rounds.stream().mapToDouble(Round::ratio).toArray());
        double median = Statistics.median(millis);
        double p99 = Statistics.percentile(0.99, millis);
        report.add(Row.of(NAME, "decision, p50", median, "ms"));
        report.add(Row.of(NAME, "floor: pipeline alone, p50", Statistics.median(floor), "ms"));
        report.add(Row.of(NAME, "decision / floor", ratio, "", RATIO));
        report.add(Row.of(NAME, "decision, p99", p99, "ms"));
        report.add(Row.of(NAME, "p99 / p50", p99 / median, "", TAIL));
        report.add(Row.of(NAME, "decisions", millis.length, ""));
        int wrong = rounds.stream().mapToInt(round -> round.decisions().wrong()).sum();
        report.add(Row.of(NAME, "not decided", wrong, "", NONE));
    }
}
