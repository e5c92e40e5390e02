package io.janua.hook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a delivery is. The names stand in the database. */
@Schema(name = "DeliveryState")
enum DeliveryState {
    /** For another attempt, or for one before it. */
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("delivered")
    DELIVERED,
    /** Given up. */
    @JsonProperty("failed")
    FAILED,
    /** A grant whose time was over, or that something newer overtook, before anything could act on it. */
    @JsonProperty("expired")
    EXPIRED;

    /** As it stands in a query: the same word as in JSON. */
    public static DeliveryState fromString(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
