package io.janua.gallery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whether a subject takes part in recognition. */
public enum SubjectStatus {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("suspended")
    SUSPENDED;

    /** As it stands in a query: the same word as in JSON. */
    public static SubjectStatus fromString(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
