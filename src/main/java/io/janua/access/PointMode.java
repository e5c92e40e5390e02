package io.janua.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What holds at an access point before any rule does. */
@Schema(name = "AccessPointMode")
public enum PointMode {
    @JsonProperty("normal")
    NORMAL,
    /** Nobody passes. */
    @JsonProperty("lockdown")
    LOCKDOWN,
    /** Everybody passes, as in a fire. */
    @JsonProperty("released")
    RELEASED;

    /** As it stands in JSON. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
