package io.janua.enrollment.imports;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How fast an archive has to come: whoever sends a byte now and then holds one of few places.
 *
 * @param nanoTime as {@link System#nanoTime}
 * @param begun on that clock
 */
record ArrivalPace(LongSupplier nanoTime, long begun, Duration longest) {

    /** On average, when the first minute is over. */
    static final int LEAST_BYTES_PER_SECOND = 10_000;

    private static final Duration FREE = Duration.ofMinutes(1);

    static ArrivalPace from(LongSupplier nanoTime, Duration longest) {
        return new ArrivalPace(nanoTime, nanoTime.getAsLong(), longest);
    }

    /**
     * @param bytes that have come so far
     * @throws io.janua.problem.Problem {@code archive_too_slow}
     */
    void require(long bytes) {
        var elapsed = Duration.ofNanos(nanoTime.getAsLong() - begun);
        boolean drips = elapsed.compareTo(FREE) > 0 && bytes < elapsed.toSeconds() * LEAST_BYTES_PER_SECOND;
        if (drips || elapsed.compareTo(longest) > 0) {
            throw ArchiveProblems.tooSlow(longest);
        }
    }
}
