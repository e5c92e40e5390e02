package io.janua.privacy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How a consent was given. */
public enum ConsentChannel {
    @JsonProperty("paper")
    PAPER,
    @JsonProperty("web")
    WEB,
    @JsonProperty("kiosk")
    KIOSK,
    @JsonProperty("app")
    APP,
    @JsonProperty("verbal")
    VERBAL,
    @JsonProperty("other")
    OTHER;

    /** As it stands in a query: the same word as in JSON. */
    public static ConsentChannel fromString(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
