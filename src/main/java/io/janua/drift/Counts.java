package io.janua.drift;

import java.util.Arrays;
import java.util.Collection;

/** How often each cell was counted, as {@link Measure} places them. */
final class Counts {

    /** Of one measure on one day: from fewer, a single passage could be told. */
    static final int LEAST = 20;

    private final long[] cells = new long[Measure.CELLS];

    static Counts none() {
        return new Counts();
    }

    static Counts sum(Collection<Counts> all) {
        Counts sum = none();
        all.forEach(sum::add);
        return sum;
    }

    void add(int cell, long times) {
        cells[cell] += times;
    }

    void add(Counts more) {
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] += more.cells[cell];
        }
    }

    /** Forgets measures of which fewer than {@value #LEAST} were counted. */
    void dropFew() {
        for (Measure measure : Measure.ALL) {
            if (total(measure) < LEAST) {
                Arrays.fill(cells, measure.offset(), measure.end(), 0);
            }
        }
    }

    /** By bin. */
    long[] of(Measure measure) {
        return Arrays.copyOfRange(cells, measure.offset(), measure.end());
    }

    long total(Measure measure) {
        return Arrays.stream(cells, measure.offset(), measure.end()).sum();
    }

    /** Of all measures. */
    long total() {
        return Arrays.stream(cells).sum();
    }

    @Override
    public String toString() {
        return "Counts[%d]".formatted(total());
    }
}
