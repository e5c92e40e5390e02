package io.janua.bench;

import java.util.Map;
import java.util.Optional;

/**
 * What a search in one set is meant to reach; absent where a figure only informs.
 *
 * @param median of its milliseconds
 * @param p99 of them
 * @param bytes of memory for each template
 */
record SearchReaches(Reach median, Optional<Reach> p99, Optional<Reach> bytes) {

    /** In %, by how near to its template a probe is: an ordinary second photograph, a hard one, a very hard one. */
    static final Map<Double, Reach> MATES_FOUND =
            Map.of(0.75, new Reach.AtLeast(100), 0.6, new Reach.AtLeast(99.9), 0.5, new Reach.AtLeast(99.5));

    static final SearchReaches MILLION_OF_128 =
            new SearchReaches(atMost(5), Optional.of(atMost(10)), Optional.of(atMost(200)));
    static final SearchReaches MILLION_OF_512 = new SearchReaches(atMost(12), Optional.empty(), Optional.empty());
    static final SearchReaches MORE_OF_128 = new SearchReaches(atMost(40), Optional.empty(), Optional.of(atMost(200)));

    private static Reach atMost(double limit) {
        return new Reach.AtMost(limit);
    }
}
