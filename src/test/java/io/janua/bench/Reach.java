package io.janua.bench;

import java.util.Locale;

/** What a figure should reach. */
sealed interface Reach {

    record AtMost(double limit) implements Reach {
        @Override
        public String toString() {
            return "≤ " + number(limit);
        }
    }

    record AtLeast(double limit) implements Reach {
        @Override
        public String toString() {
            return "≥ " + number(limit);
        }
    }

    double limit();

    default boolean reachedBy(double value) {
        return switch (this) {
            case AtMost(double limit) -> value <= limit;
            case AtLeast(double limit) -> value >= limit;
        };
    }

    private static String number(double limit) {
        return limit == Math.rint(limit) ? "%.0f".formatted(limit) : String.format(Locale.ROOT, "%s", limit);
    }
}
