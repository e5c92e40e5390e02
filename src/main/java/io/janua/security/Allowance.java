package io.janua.security;

/**
 * How often somebody may come.
 *
 * @param perMinute what comes back in a minute, evenly
 * @param atOnce what there is at most, 1 to {@code perMinute}
 */
record Allowance(int perMinute, int atOnce) {

    private static final int MIN_AT_ONCE = 20;
    private static final int TEN_SECONDS_A_MINUTE = 6;

    Allowance {
        if (atOnce < 1 || atOnce > perMinute) {
            throw new IllegalArgumentException("%d at once of %d a minute".formatted(atOnce, perMinute));
        }
    }

    /** Ten seconds' worth at once; of few requests some more, because programs ask in bursts. */
    static Allowance ofRequests(int perMinute) {
        return new Allowance(perMinute, Math.min(perMinute, Math.max(MIN_AT_ONCE, perMinute / TEN_SECONDS_A_MINUTE)));
    }

    static Allowance ofFailures(int perMinute) {
        return new Allowance(perMinute, perMinute);
    }
}
