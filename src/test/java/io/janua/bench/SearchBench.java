package io.janua.bench;

import java.util.Optional;

/**
 * The search part of an identification in one thread, with the vectors themselves in the database's place: what is
 * resident proposes, they decide. Beside it an exact scan, which says what the right answers are, and FAISS over the
 * same vectors.
 */
final class SearchBench implements Benchmark {

    static final String NAME = "search";

    private static final int MILLION = 1_000_000;

    /** For everything else on the machine. */
    private static final long SPARE_BYTES = 1L << 30;

    private final boolean quick;

    SearchBench(BenchOptions options) {
        quick = options.quick();
    }

    @Override
    public void run(Report report) {
        compare(SearchSet.faceLike(MILLION), SearchReaches.MILLION_OF_128, !quick, report);
        if (quick) {
            return;
        }
        compare(SearchSet.uniform(512, MILLION), SearchReaches.MILLION_OF_512, false, report);
        SearchSet largest = fits(SearchSet.faceLike(10L * MILLION)).orElse(SearchSet.faceLike(5L * MILLION));
        try (VectorFile vectors = write(largest);
                SearchUnderTest search = SearchUnderTest.of(vectors)) {
            new SearchMeasurement(largest, vectors, search, report).measure(SearchReaches.MORE_OF_128);
        }
    }

    private static void compare(SearchSet set, SearchReaches reaches, boolean withGraph, Report report) {
        try (VectorFile vectors = write(set);
                SearchUnderTest search = SearchUnderTest.of(vectors)) {
            new SearchMeasurement(set, vectors, search, report).measure(reaches);
            Optional<Faiss> faiss = Faiss.over(vectors);
            if (faiss.isEmpty()) {
                report.skipped(NAME, "no FAISS to compare with: no Python here has it (Debian: python3-faiss)");
                return;
            }
            try (Faiss running = faiss.get()) {
                new FaissComparison(set, search, running, report).measure(withGraph);
            }
        }
    }

    private static VectorFile write(SearchSet set) {
        Progress.say("search: drawing %s", set);
        return set.write();
    }

    private static Optional<SearchSet> fits(SearchSet set) {
        if (FreeMemory.bytes() > set.bytes() + SPARE_BYTES) {
            return Optional.of(set);
        }
        Progress.say("search: no room for %s, so half of them", set);
        return Optional.empty();
    }
}
