package io.janua.bench;

import static io.janua.bench.SearchBench.NAME;
import static io.janua.bench.SearchMeasurement.BEST;

import io.janua.bench.SearchSet.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The same probes through FAISS, one thread each, in turns. */
final class FaissComparison {

    /** Times as long as ours takes. */
    private static final Reach OF_FLAT = new Reach.AtLeast(10);

    private static final Reach OF_GRAPH = new Reach.AtLeast(1);

    private static final int ROUNDS = 5;
    private static final int PROBES_A_ROUND = 60;
    private static final int NEIGHBOURS = 32;

    /** {@code efSearch} from FAISS's default to far beyond what anybody uses. */
    private static final List<Integer> DEPTHS = List.of(16, 64, 256, 1024, 2048, 4096, 8192);

    /** Where graphs lose people: a hard photograph, and a very hard one. */
    private static final List<Double> COSINES = List.of(0.6, 0.5);

    private static final int RECALL_PROBES = 200;

    private final SearchSet set;
    private final SearchUnderTest search;
    private final Faiss faiss;
    private final Report report;

    FaissComparison(SearchSet set, SearchUnderTest search, Faiss faiss, Report report) {
        this.set = set;
        this.search = search;
        this.faiss = faiss;
        this.report = report;
    }

    /**
     * What is raced against.
     *
     * @param reach of its time divided by ours
     */
    private record Index(String name, Function<VectorFile, Faiss.Answers> search, Reach reach) {}

    /** @param withGraph also the index that takes minutes to build */
    void measure(boolean withGraph) {
        Progress.say("search: %s, FAISS IndexFlatIP", set);
        faiss.buildFlat();
        race(new Index("IndexFlatIP", probes -> faiss.searchFlat(probes, BEST), OF_FLAT));
        if (withGraph) {
            Progress.say("search: %s, FAISS IndexHNSWFlat, which takes minutes to build", set);
            add("FAISS IndexHNSWFlat built in", faiss.buildGraph(NEIGHBOURS), "s");
            int depth = depthOfEqualRecall();
            race(new Index(
                    "IndexHNSWFlat, efSearch %d".formatted(depth),
                    probes -> faiss.searchGraph(probes, BEST, depth),
                    OF_GRAPH));
        }
    }

    /** The least at which the graph finds as many mates, or else the greatest. */
    private int depthOfEqualRecall() {
        double[] wanted =
                mates(probes -> probes.stream().filter(search::findsMate).count());
        double[] found = {};
        int tried = 0;
        while (tried < DEPTHS.size() && !reaches(found, wanted)) {
            int depth = DEPTHS.get(tried++);
            Progress.say("search: %s, FAISS IndexHNSWFlat, recall at efSearch %d", set, depth);
            found = mates(probes -> matesInGraph(probes, depth));
        }
        for (int i = 0; i < found.length; i++) {
            add("FAISS IndexHNSWFlat, mate first at %s".formatted(COSINES.get(i)), found[i], "%");
        }
        return DEPTHS.get(tried - 1);
    }

    private static boolean reaches(double[] found, double[] wanted) {
        return found.length > 0 && IntStream.range(0, wanted.length).allMatch(i -> found[i] >= wanted[i]);
    }

    /** @return in % of the probes at each cosine */
    private double[] mates(Function<List<Probe>, Long> count) {
        return COSINES.stream()
                .map(cosine -> set.probes(0, RECALL_PROBES, cosine))
                .mapToDouble(probes -> 100.0 * count.apply(probes) / probes.size())
                .toArray();
    }

    private long matesInGraph(List<Probe> probes, int depth) {
        try (VectorFile file = write(probes)) {
            long[] first = faiss.searchGraph(file, BEST, depth).first();
            return IntStream.range(0, first.length)
                    .filter(i -> first[i] == probes.get(i).subject())
                    .count();
        }
    }

    private void race(Index index) {
        Progress.say("search: %s, %d rounds of %d probes in turns with %s", set, ROUNDS, PROBES_A_ROUND, index.name());
        List<Double> millis = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        // The first round warms both up.
        for (int round = 0; round <= ROUNDS; round++) {
            List<Probe> probes = set.probes(round * PROBES_A_ROUND, PROBES_A_ROUND);
            try (VectorFile file = write(probes)) {
                double ours = Statistics.median(search.time(probes));
                double theirs = Statistics.median(index.search().apply(file).millis());
                if (round > 0) {
                    millis.add(theirs);
                    ratios.add(theirs / ours);
                }
            }
        }
        add("FAISS %s, median".formatted(index.name()), median(millis), "ms");
        report.add(
                Row.of(NAME, "%s: FAISS %s / Janua".formatted(set, index.name()), median(ratios), "", index.reach()));
    }

    private VectorFile write(List<Probe> probes) {
        return VectorFile.write(set.drawn().dimension(), probes.size(), number -> probes.get((int) number)
                .vector());
    }

    private static double median(List<Double> values) {
        return Statistics.median(
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private void add(String name, double value, String unit) {
        report.add(Row.of(NAME, "%s: %s".formatted(set, name), value, unit));
    }
}
