package io.janua.drift;

/**
 * A share that was counted, and between which bounds it lies with 95 % confidence: E. B. Wilson's score interval (1927).
 * It holds where few were counted too, and none.
 *
 * @param lower 0 to 1
 * @param upper 0 to 1
 */
record Proportion(double share, double lower, double upper) {

    /** Of the normal distribution, for 95 %. */
    private static final double Z = 1.959964;

    /** @param of at least 1 */
    static Proportion of(long counted, long of) {
        double share = (double) counted / of;
        double square = Z * Z / of;
        double middle = (share + square / 2) / (1 + square);
        double half = Z * Math.sqrt(share * (1 - share) / of + square / (4 * of)) / (1 + square);
        return new Proportion(share, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
