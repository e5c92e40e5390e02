package io.janua.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What stands there: it decides about nothing, and tells people what they look at. */
@Schema(name = "AccessPointKind")
public enum PointKind {
    @JsonProperty("door")
    DOOR,
    @JsonProperty("turnstile")
    TURNSTILE,
    @JsonProperty("kiosk")
    KIOSK
}
