package io.janua.bench;

import static io.janua.bench.SearchBench.NAME;

import io.janua.bench.SearchSet.Probe;
import io.janua.bench.SearchUnderTest.Found;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How fast and how right a search in one set is, and what it takes of memory. */
final class SearchMeasurement {

    /** As many as an identification shows. */
    static final int BEST = 10;

    /** Hard ones last, and the report in this order. */
    private static final List<Double> COSINES = List.of(0.75, 0.6, 0.5);

    private static final int ROUNDS = 5;
    private static final int PROBES_A_ROUND = 300;
    private static final int PROBES_A_COSINE = 1000;
    private static final int COMPARED_WITH_EXACT = 300;

    private static final Reach NONE = new Reach.AtMost(0);

    /** The sums of single precision differ in their order. */
    private static final double ROUNDING = 1e-5;

    private final SearchSet set;
    private final VectorFile vectors;
    private final SearchUnderTest search;
    private final Report report;

    SearchMeasurement(SearchSet set, VectorFile vectors, SearchUnderTest search, Report report) {
        this.set = set;
        this.vectors = vectors;
        this.search = search;
        this.report = report;
    }

    void measure(SearchReaches reaches) {
        add("filled in", search.fillSeconds(), "s");
        add("resident, a template", search.bytesATemplate(), "B", reaches.bytes());
        Progress.say("search: %s, recall", set);
        findMates();
        Progress.say("search: %s, beside an exact scan", set);
        compareWithExact();
        Progress.say("search: %s, %d rounds of %d probes", set, ROUNDS, PROBES_A_ROUND);
        time(reaches);
    }

    private void findMates() {
        for (double cosine : COSINES) {
            List<Probe> probes = set.probes(0, PROBES_A_COSINE, cosine);
            long found = probes.parallelStream().filter(search::findsMate).count();
            add(
                    "mate first at %s".formatted(cosine),
                    100.0 * found / probes.size(),
                    "%",
                    Optional.of(SearchReaches.MATES_FOUND.get(cosine)));
        }
    }

    private void compareWithExact() {
        List<Probe> probes = set.probes(0, COMPARED_WITH_EXACT);
        List<double[]> exact = ExactAnswers.bestScores(
                vectors, probes.stream().map(Probe::vector).toList(), BEST);
        List<Optional<List<Found>>> answers = probes.parallelStream()
                .map(probe -> search.best(probe.vector(), BEST))
                .toList();
        add("probes, of which the best %d were compared".formatted(BEST), probes.size(), "");
        add(
                "unlike the exact scan's answers",
                IntStream.range(0, probes.size())
                        .filter(i -> answers.get(i).isPresent()
                                && !same(answers.get(i).get(), exact.get(i)))
                        .count(),
                "",
                Optional.of(NONE));
        add(
                "left to a scan of the table",
                answers.stream().filter(Optional::isEmpty).count(),
                "");
        add(
                "vectors scored exactly, median",
                Statistics.median(probes.stream()
                        .mapToDouble(probe -> search.proposed(probe.vector(), BEST))
                        .toArray()),
                "");
    }

    private static boolean same(List<Found> found, double[] exact) {
        return found.size() == exact.length
                && IntStream.range(0, exact.length)
                        .allMatch(i -> Math.abs(found.get(i).score() - exact[i]) < ROUNDING);
    }

    private void time(SearchReaches reaches) {
        search.time(set.probes(PROBES_A_COSINE, PROBES_A_ROUND));
        double[][] rounds = new double[ROUNDS][];
        for (int round = 0; round < ROUNDS; round++) {
            rounds[round] = search.time(set.probes(round * PROBES_A_ROUND, PROBES_A_ROUND));
        }
        double[] all = Arrays.stream(rounds).flatMapToDouble(Arrays::stream).toArray();
        add(
                "one thread, median",
                Statistics.median(
                        Arrays.stream(rounds).mapToDouble(Statistics::median).toArray()),
                "ms",
                Optional.of(reaches.median()));
        add("one thread, p99", Statistics.percentile(0.99, all), "ms", reaches.p99());
    }

    private void add(String name, double value, String unit) {
        add(name, value, unit, Optional.empty());
    }

    private void add(String name, double value, String unit, Optional<Reach> reach) {
        report.add(new Row(NAME, "%s: %s".formatted(set, name), value, unit, reach));
    }
}
