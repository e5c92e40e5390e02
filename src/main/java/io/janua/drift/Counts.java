package io.janua.drift;

import java.util.Arrays;
import java.util.Collection;

/**
 * How often each cell was counted.
 *
 * @param cells as {@link Measure} places them
 */
record Counts(long[] cells) {

    Counts {
        if (cells.length != Measure.CELLS) {
            throw new IllegalArgumentException("counts: %d cells".formatted(cells.length));
        }
    }

    static Counts none() {
        return new Counts(new long[Measure.CELLS]);
    }

    static Counts sum(Collection<Counts> all) {
        Counts sum = none();
        all.forEach(sum::add);
        return sum;
    }

    void add(Counts more) {
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] += more.cells[cell];
        }
    }

    /** By bin. */
    long[] of(Measure measure) {
        return Arrays.copyOfRange(
                cells, measure.offset(), measure.offset() + measure.bins().count());
    }

    long total(Measure measure) {
        return Arrays.stream(of(measure)).sum();
    }

    @Override
    public String toString() {
        return "Counts[%d]".formatted(Arrays.stream(cells).sum());
    }
}
