package io.janua.hook.http;

import java.time.Duration;

/** Time that runs. */
final class Deadline {

    private final long began = System.nanoTime();
    private final Duration limit;

    Deadline(Duration limit) {
        this.limit = limit;
    }

    Duration taken() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Zero when it is over. */
    Duration left() {
        Duration left = limit.minus(taken());
        return left.isNegative() ? Duration.ZERO : left;
    }

    Duration limit() {
        return limit;
    }
}
