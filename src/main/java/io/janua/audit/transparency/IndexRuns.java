package io.janua.audit.transparency;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;

/** The indexes that a file went through, as runs of consecutive ones: a file in order is a single run. */
final class IndexRuns {

    private final List<Run> inFileOrder = new ArrayList<>();
    private final TreeMap<Long, Run> byIndex = new TreeMap<>();

    /** A run from {@code first} to {@code last}, both inclusive; its first entry stands at {@code line}. */
    record Run(long first, long last, long line, String id) {

        long length() {
            return last - first + 1;
        }
    }

    /** A range of indexes, both ends inclusive. */
    record Gap(long first, long last) {}

    int count() {
        return inFileOrder.size();
    }

    boolean covers(long index) {
        var below = byIndex.floorEntry(index);
        return below != null && index <= below.getValue().last();
    }

    /** The index that continues the last run. */
    long next(long otherwise) {
        return inFileOrder.isEmpty() ? otherwise : inFileOrder.getLast().last() + 1;
    }

    /** One more than the highest index met. */
    long end(long otherwise) {
        return byIndex.isEmpty() ? otherwise : byIndex.lastEntry().getValue().last() + 1;
    }

    boolean continues(long index) {
        return !inFileOrder.isEmpty() && inFileOrder.getLast().last() + 1 == index;
    }

    /** @param index not covered yet, and the next one */
    void extend(long index) {
        Run last = inFileOrder.removeLast();
        keep(new Run(last.first(), index, last.line(), last.id()));
    }

    /** @param index not covered yet, and not the next one */
    void begin(long index, long line, String id) {
        keep(new Run(index, index, line, id));
    }

    /** @param index covered */
    void remove(long index) {
        Run run = byIndex.floorEntry(index).getValue();
        byIndex.remove(run.first());
        int place = inFileOrder.lastIndexOf(run);
        inFileOrder.remove(place);
        if (index < run.last()) {
            var after = new Run(index + 1, run.last(), run.line(), "");
            inFileOrder.add(place, after);
            byIndex.put(after.first(), after);
        }
        if (run.first() < index) {
            var before = new Run(run.first(), index - 1, run.line(), run.id());
            inFileOrder.add(place, before);
            byIndex.put(before.first(), before);
        }
    }

    private void keep(Run run) {
        inFileOrder.add(run);
        byIndex.put(run.first(), run);
    }

    /** What of {@code [first, end)} is not covered. */
    List<Gap> gaps(long first, long end) {
        var gaps = new ArrayList<Gap>();
        long next = first;
        for (Run run : byIndex.values()) {
            if (run.first() > next) {
                gaps.add(new Gap(next, Math.min(run.first(), end) - 1));
            }
            next = Math.max(next, run.last() + 1);
        }
        if (next < end) {
            gaps.add(new Gap(next, end - 1));
        }
        return gaps;
    }

    /**
     * The runs to be moved so that the rest ascends: all but an ascending chain with the most indexes, for whoever
     * moves one entry moves one, and not all the others.
     */
    List<Run> misplaced() {
        int count = inFileOrder.size();
        long[] weight = new long[count];
        int[] previous = new int[count];
        int heaviest = -1;
        for (int i = 0; i < count; i++) {
            previous[i] = -1;
            for (int j = 0; j < i; j++) {
                if (inFileOrder.get(j).first() < inFileOrder.get(i).first()
                        && weight[j] > (previous[i] < 0 ? 0 : weight[previous[i]])) {
                    previous[i] = j;
                }
            }
            weight[i] = inFileOrder.get(i).length() + (previous[i] < 0 ? 0 : weight[previous[i]]);
            if (heaviest < 0 || weight[i] > weight[heaviest]) {
                heaviest = i;
            }
        }
        var ascending = new HashSet<Run>();
        for (int i = heaviest; i >= 0; i = previous[i]) {
            ascending.add(inFileOrder.get(i));
        }
        return inFileOrder.stream().filter(run -> !ascending.contains(run)).toList();
    }
}
