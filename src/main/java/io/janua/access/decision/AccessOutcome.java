package io.janua.access.decision;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a decision comes to. */
@Schema(name = "AccessOutcome")
public enum AccessOutcome {
    @JsonProperty("granted")
    GRANTED,
    @JsonProperty("denied")
    DENIED,
    /** Denied, and somebody should look: a listed person, a picture of a face, a locked PIN, a lockdown. */
    @JsonProperty("blocked")
    BLOCKED;

    /** As it stands in JSON and in hooks. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it stands in a query. */
    public static AccessOutcome fromString(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
