package io.janua.evaluation;

import io.janua.vision.model.Rate;
import java.util.Locale;

/** Figures and names as a person reads them. */
final class Shown {

    /** Below this share of one, percent need more zeros than anybody counts. */
    private static final double TINY = 1e-5;

    static final String UNKNOWN = "–";

    private Shown() {}

    /** A share of one, in percent; {@value #UNKNOWN} where there was nothing to count. */
    static String percent(double share) {
        if (Double.isNaN(share)) {
            return UNKNOWN;
        }
        if (share > 0 && share < TINY) {
            return String.format(Locale.ROOT, "%.1e", share);
        }
        return String.format(Locale.ROOT, share > 0 && share < 1e-3 ? "%.4f %%" : "%.2f %%", 100 * share);
    }

    static String interval(Rate.Interval interval) {
        return "%s to %s".formatted(percent(interval.low()), percent(interval.high()));
    }

    static String score(double score) {
        return Double.isNaN(score) ? UNKNOWN : String.format(Locale.ROOT, "%.4f", score);
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String milliseconds(double value) {
        return Double.isNaN(value) ? UNKNOWN : String.format(Locale.ROOT, "%.2f ms", value);
    }

    /** A power of ten, as in a table of error rates: 1e-3. */
    static String rate(double rate) {
        return String.format(Locale.ROOT, "%.1e", rate).replace(".0e", "e").replace("e-0", "e-");
    }

    /** A name of somebody else's for a terminal: without what would move its cursor or turn its text around. */
    static String plain(String name) {
        return name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "\uFFFD");
    }
}
