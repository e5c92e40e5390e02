package io.janua.ops.metrics;

import java.util.Locale;
import java.util.regex.Pattern;

/** What may stand in a metric: words of the code's own, and never who or what it was about. */
final class Labels {

    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,39}");
    private static final String OTHER = "other";

    private Labels() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** An outcome or a job's kind as code names it; whatever does not look so becomes one word for all. */
    static String word(String name) {
        return WORD.matcher(name).matches() ? name : OTHER;
    }
}
