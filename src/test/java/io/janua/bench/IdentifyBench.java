package io.janua.bench;

import io.janua.bench.ServedLoad.LocalLoad;
import io.janua.vision.InferencePool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Identification over HTTP by several clients, beside the pipeline alone: what HTTP, the database and the rest cost. */
final class IdentifyBench implements Benchmark {

    static final String NAME = "identify";

    private static final String GALLERY = "bench";
    private static final List<Integer> CLIENTS = List.of(2, 4, 8);
    private static final Reach RATIO = new Reach.AtLeast(0.8);
    private static final Reach TAIL = new Reach.AtMost(4);
    private static final Reach NONE = new Reach.AtMost(0);

    /** On two cores, compiling the service's code takes a tenth of its time even after 5,000 answers. */
    private static final int WARM_UP_ANSWERS = 10_000;

    private static final int QUICK_WARM_UP_ANSWERS = 1_000;
    private static final int MOST_WARM_UP_STEPS = 15;

    private final int rounds;
    private final Duration slice;
    private final int warmUpAnswers;
    private final Duration warmUpLimit;
    private final List<String> people = BenchPictures.people();
    private final List<byte[]> probes =
            people.stream().map(BenchPictures::probe).toList();

    IdentifyBench(BenchOptions options) {
        rounds = options.quick() ? 2 : 4;
        slice = options.step().dividedBy(rounds);
        warmUpAnswers = options.quick() ? QUICK_WARM_UP_ANSWERS : WARM_UP_ANSWERS;
        warmUpLimit = options.step().multipliedBy(MOST_WARM_UP_STEPS);
    }

    @Override
    public void run(Report report) {
        Progress.say("identify: starting the service and enrolling %d people", people.size());
        try (BenchDatabase database = BenchDatabase.create();
                ServiceUnderTest service = ServiceUnderTest.start(database);
                InferencePool pool = LocalPipeline.pool(ServiceUnderTest.INFERENCE_THREADS)) {
            ServiceClient client = service.client();
            client.createGallery(GALLERY, Map.of());
            people.forEach(person -> client.enroll(GALLERY, person, BenchPictures.enrolment(person)));
            Progress.say("identify: warm-up, %d answers or %d s", warmUpAnswers, warmUpLimit.toSeconds());
            floor(pool);
            Load.of(CLIENTS.getLast(), warmUpLimit, warmUpAnswers, number -> recognised(client, number));
            measure(service, pool).forEach((clients, loads) -> show(clients, loads, report));
        }
    }

    /** @return by number of clients */
    private Map<Integer, List<ServedLoad>> measure(ServiceUnderTest service, InferencePool pool) {
        Map<Integer, List<ServedLoad>> loads = new LinkedHashMap<>();
        LocalLoad before = floor(pool);
        for (int round = 1; round <= rounds; round++) {
            for (int clients : CLIENTS) {
                Progress.say("identify: %d clients, round %d of %d", clients, round, rounds);
                var ofService = ProcessorTime.of(service.pid());
                var ofClients = ProcessorTime.ofThisProcess();
                Load load = Load.of(clients, slice, number -> recognised(service.client(), number));
                double serviceMillis = ofService.millisPerCall(load);
                double clientMillis = ofClients.millisPerCall(load);
                LocalLoad after = floor(pool);
                loads.computeIfAbsent(clients, _ -> new ArrayList<>())
                        .add(new ServedLoad(load, serviceMillis, clientMillis, before, after));
                before = after;
            }
        }
        return loads;
    }

    /** The pipeline alone. Twice as many callers as threads: a thread never waits for a caller. */
    private LocalLoad floor(InferencePool pool) {
        var time = ProcessorTime.ofThisProcess();
        Load load = Load.of(2 * ServiceUnderTest.INFERENCE_THREADS, slice, number -> pool.call(
                        pipeline -> pipeline.extract(probe(number), LocalPipeline.PROBE))
                .embedding()
                .isPresent());
        return new LocalLoad(load.perSecond(), time.millisPerCall(load));
    }

    /** Drawn people resemble each other: some answers are rightly "ambiguous", with the right person first. */
    private boolean recognised(ServiceClient client, int number) {
        String person = people.get(number % people.size());
        return client.identify(GALLERY, probe(number), "").ranksFirst(person);
    }

    private byte[] probe(int number) {
        return probes.get(number % probes.size());
    }

    private static void show(int clients, List<ServedLoad> loads, Report report) {
        String by = ", %d clients".formatted(clients);
        double[] millis = loads.stream()
                .flatMapToDouble(load -> Arrays.stream(load.load().millis()))
                .toArray();
        double p50 = Statistics.percentile(0.5, millis);
        double p99 = Statistics.percentile(0.99, millis);
        int wrong = loads.stream().mapToInt(load -> load.load().wrong()).sum();
        report.add(Row.of(
                NAME, "throughput" + by, median(loads, load -> load.load().perSecond()), "1/s"));
        report.add(Row.of(NAME, "floor: pipeline alone" + by, median(loads, ServedLoad::floorPerSecond), "1/s"));
        report.add(Row.of(NAME, "throughput / floor" + by, median(loads, ServedLoad::ratio), "", RATIO));
        report.add(Row.of(NAME, "p50" + by, p50, "ms"));
        report.add(Row.of(NAME, "p99" + by, p99, "ms"));
        report.add(Row.of(NAME, "p99 / p50" + by, p99 / p50, "", TAIL));
        report.add(Row.of(NAME, "answers" + by, millis.length, ""));
        report.add(Row.of(NAME, "wrong answers" + by, wrong, "", NONE));
        report.add(Row.of(NAME, "  processor time, service" + by, median(loads, ServedLoad::serviceMillis), "ms"));
        report.add(Row.of(NAME, "  processor time, clients" + by, median(loads, ServedLoad::clientMillis), "ms"));
        report.add(Row.of(NAME, "  processor time, pipeline alone" + by, median(loads, ServedLoad::floorMillis), "ms"));
    }

    private static double median(List<ServedLoad> loads, ToDoubleFunction<ServedLoad> figure) {
        return Statistics.median(loads.stream().mapToDouble(figure).toArray());
    }
}
