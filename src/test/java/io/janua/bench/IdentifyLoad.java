package io.janua.bench;

import io.janua.bench.ServedLoad.LocalLoad;
import io.janua.bench.ServiceClient.Answer;
import io.janua.vision.InferencePool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;

/** Several clients identify people of a gallery over HTTP, in turns with the pipeline alone on the same pictures. */
final class IdentifyLoad {

    static final String GALLERY = "bench";

    private static final Reach TAIL = new Reach.AtMost(4);
    private static final Reach NONE = new Reach.AtMost(0);

    private static final List<Integer> CLIENTS = List.of(2, 4, 8);

    /** On two cores, compiling the service's code takes a tenth of its time even after 5,000 answers. */
    private static final int WARM_UP_ANSWERS = 10_000;

    private static final int QUICK_WARM_UP_ANSWERS = 1_000;
    private static final int MOST_WARM_UP_STEPS = 15;

    private final String benchmark;
    private final Reach ratio;
    private final String query;
    private final BiPredicate<Answer, String> right;
    private final int rounds;
    private final Duration slice;
    private final int warmUpAnswers;
    private final Duration warmUpLimit;
    private final List<String> people = BenchPictures.people();
    private final List<byte[]> probes =
            people.stream().map(BenchPictures::probe).toList();

    /**
     * @param ratio of the pipeline's throughput
     * @param query for example {@code ?fpir=0.01}, or empty
     * @param right whether it is the answer to a picture of this person
     */
    IdentifyLoad(String benchmark, BenchOptions options, Reach ratio, String query, BiPredicate<Answer, String> right) {
        this.benchmark = benchmark;
        this.ratio = ratio;
        this.query = query;
        this.right = right;
        rounds = options.quick() ? 2 : 5;
        slice = options.step().dividedBy(rounds);
        warmUpAnswers = options.quick() ? QUICK_WARM_UP_ANSWERS : WARM_UP_ANSWERS;
        warmUpLimit = options.step().multipliedBy(MOST_WARM_UP_STEPS);
    }

    void warmUp(ServiceClient client, InferencePool pool) {
        Progress.say("%s: warm-up, %d answers or %d s", benchmark, warmUpAnswers, warmUpLimit.toSeconds());
        floor(pool);
        Load.of(CLIENTS.getLast(), warmUpLimit, warmUpAnswers, number -> recognised(client, number));
    }

    void measure(ServiceUnderTest service, InferencePool pool, Report report) {
        loads(service, pool).forEach((clients, loads) -> show(clients, loads, report));
    }

    boolean recognised(ServiceClient client, int number) {
        String person = people.get(number % people.size());
        return right.test(client.identify(GALLERY, probe(number), query), person);
    }

    /** @return by number of clients */
    private Map<Integer, List<ServedLoad>> loads(ServiceUnderTest service, InferencePool pool) {
        Map<Integer, List<ServedLoad>> loads = new LinkedHashMap<>();
        LocalLoad before = floor(pool);
        for (int round = 1; round <= rounds; round++) {
            for (int clients : CLIENTS) {
                Progress.say("%s: %d clients, round %d of %d", benchmark, clients, round, rounds);
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

    private byte[] probe(int number) {
        return probes.get(number % probes.size());
    }

    private void show(int clients, List<ServedLoad> loads, Report report) {
        String by = ", %d clients".formatted(clients);
        double[] millis = loads.stream()
                .flatMapToDouble(load -> Arrays.stream(load.load().millis()))
                .toArray();
        double p50 = Statistics.percentile(0.5, millis);
        double p99 = Statistics.percentile(0.99, millis);
        int wrong = loads.stream().mapToInt(load -> load.load().wrong()).sum();
        report.add(Row.of(
                benchmark, "throughput" + by, median(loads, load -> load.load().perSecond()), "1/s"));
        report.add(Row.of(benchmark, "floor: pipeline alone" + by, median(loads, ServedLoad::floorPerSecond), "1/s"));
        report.add(Row.of(benchmark, "throughput / floor" + by, median(loads, ServedLoad::ratio), "", ratio));
        report.add(Row.of(benchmark, "p50" + by, p50, "ms"));
        report.add(Row.of(benchmark, "p99" + by, p99, "ms"));
        report.add(Row.of(benchmark, "p99 / p50" + by, p99 / p50, "", TAIL));
        report.add(Row.of(benchmark, "answers" + by, millis.length, ""));
        report.add(Row.of(benchmark, "wrong answers" + by, wrong, "", NONE));
        report.add(Row.of(benchmark, "  processor time, service" + by, median(loads, ServedLoad::serviceMillis), "ms"));
        report.add(Row.of(benchmark, "  processor time, clients" + by, median(loads, ServedLoad::clientMillis), "ms"));
        report.add(Row.of(
                benchmark, "  processor time, pipeline alone" + by, median(loads, ServedLoad::floorMillis), "ms"));
    }

    private static double median(List<ServedLoad> loads, ToDoubleFunction<ServedLoad> figure) {
        return Statistics.median(loads.stream().mapToDouble(figure).toArray());
    }
}
