package io.janua.enrollment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

enum InvitationState {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("used")
    USED,
    @JsonProperty("expired")
    EXPIRED,
    @JsonProperty("revoked")
    REVOKED;

    /** As it stands in a query: the same word as in JSON. */
    public static InvitationState fromString(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
