package io.janua.enrollment.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What became of one file of the archive. */
enum ItemOutcome {
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("enrolled")
    ENROLLED,
    @JsonProperty("refused")
    REFUSED;

    /** As it stands in a query: the same word as in JSON. */
    public static ItemOutcome fromString(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
