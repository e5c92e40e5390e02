package io.janua.instance;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * What an instance has counted in its last beats, as it stands in its row: the beat's number, for what, and how many, and
 * so on in threes. Each count stands there for some beats, because a reader may miss one.
 */
final class Told {

    private static final int BEATS_KEPT = 10;
    private static final int PARTS = 3;

    private final Deque<Counted> beats = new ArrayDeque<>();

    private record Counted(long beat, Map<Long, Long> counts) {

        Stream<Long> row() {
            return counts.entrySet().stream().flatMap(count -> Stream.of(beat, count.getKey(), count.getValue()));
        }
    }

    void add(long beat, Map<Long, Long> counts) {
        beats.addLast(new Counted(beat, counts));
        while (beats.size() > BEATS_KEPT) {
            beats.removeFirst();
        }
    }

    Long[] row() {
        return beats.stream().flatMap(Counted::row).toArray(Long[]::new);
    }

    /** The sums of a row, of those beats that are wanted. */
    static Map<Long, Long> sums(Long[] row, LongPredicate wanted) {
        Map<Long, Long> sums = new HashMap<>();
        for (int at = 0; at + PARTS <= row.length; at += PARTS) {
            if (wanted.test(row[at])) {
                sums.merge(row[at + 1], row[at + 2], Long::sum);
            }
        }
        return sums;
    }

    /** @return 0 where nothing was counted */
    static long lastBeat(Long[] row) {
        return row.length == 0 ? 0 : row[row.length - PARTS];
    }
}
