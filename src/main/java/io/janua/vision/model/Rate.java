package io.janua.vision.model;

/**
 * A share that was counted.
 *
 * @param count how many were so
 * @param of how many were looked at
 */
public record Rate(long count, long of) {

    /** Standard normal quantile of 97.5 %: two sides of 95 %. */
    private static final double Z = 1.959963984540054;

    /** Both ends from 0 to 1; NaN where nothing was looked at. */
    public record Interval(double low, double high) {}

    public Rate {
        if (count < 0 || count > of) {
            throw new IllegalArgumentException("a rate: %d of %d".formatted(count, of));
        }
    }

    /** From 0 to 1; NaN where nothing was looked at. */
    public double value() {
        return of == 0 ? Double.NaN : (double) count / of;
    }

    /**
     * The 95 % score interval for a proportion (E. B. Wilson, "Probable inference, the law of succession, and
     * statistical inference", 1927), which unlike the normal approximation holds near 0 and 1. It takes the looks as
     * independent; pairs that share people are not quite, so the truth may lie somewhat further out (ISO/IEC 19795-1
     * says the same of its own).
     */
    public Interval interval() {
        if (of == 0) {
            return new Interval(Double.NaN, Double.NaN);
        }
        double share = value();
        double squared = Z * Z;
        double middle = share + squared / (2 * of);
        double reach = Z * Math.sqrt(share * (1 - share) / of + squared / (4.0 * of * of));
        double scale = 1 + squared / of;
        return new Interval(
                count == 0 ? 0 : (middle - reach) / scale, count == of ? 1 : Math.min(1, (middle + reach) / scale));
    }

    public Rate complement() {
        return new Rate(of - count, of);
    }
}
