package io.janua.drift;

/**
 * Intervals of one width that lie side by side. What lies before the first or beyond the last belongs to that one.
 *
 * @param from where the first begins
 */
record Bins(double from, double width, int count) {

    /** Of cosine similarities, as a model's measured distribution has them. */
    static final Bins SCORES = new Bins(-1, 0.02, 100);

    /** Of quality measures, 0 to 100; the last one holds 100 too. */
    static final Bins QUALITY = new Bins(0, 10, 10);

    /** Quotients of two neighbours of the fine bins are sums of binary fractions. */
    private static final double TOLERANCE = 1e-9;

    Bins {
        if (!(width > 0) || count < 1) {
            throw new IllegalArgumentException("bins: %d of width %s".formatted(count, width));
        }
    }

    /** One for each of some words. */
    static Bins words(int count) {
        return new Bins(0, 1, count);
    }

    int of(double value) {
        return Math.clamp((long) Math.floor((value - from) / width + TOLERANCE), 0, count - 1);
    }

    double begin(int bin) {
        return rounded(from + bin * width);
    }

    double end(int bin) {
        return rounded(from + (bin + 1) * width);
    }

    private static double rounded(double edge) {
        return Math.round(edge * 1e6) / 1e6;
    }
}
