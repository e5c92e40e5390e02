package io.janua.ops.metrics;

import java.time.Duration;
import java.util.stream.DoubleStream;

/** Where histograms count up to. A picture takes 10 to 30 ms of a core, a loaded queue seconds. */
final class Buckets {

    /** From the alignment of a face to the end of a queue. */
    static final Duration[] STAGES = millis(0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000);

    static final Duration[] REQUESTS = millis(10, 25, 50, 75, 100, 150, 250, 500, 1_000, 2_500, 5_000, 10_000);

    static final Duration[] JOBS = millis(10, 100, 1_000, 10_000, 60_000, 600_000, 3_600_000);

    static final Duration[] ATTEMPTS = millis(10, 50, 100, 250, 500, 1_000, 2_500, 5_000, 15_000);

    private Buckets() {}

    private static Duration[] millis(double... bounds) {
        return DoubleStream.of(bounds)
                .mapToObj(bound -> Duration.ofNanos(Math.round(bound * 1e6)))
                .toArray(Duration[]::new);
    }
}
