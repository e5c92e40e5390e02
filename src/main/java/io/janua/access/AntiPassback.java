package io.janua.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What becomes of somebody who comes in again without having left. */
@Schema(name = "AntiPassback")
public enum AntiPassback {
    @JsonProperty("off")
    OFF,
    /** Passes, and it is told. */
    @JsonProperty("soft")
    SOFT,
    /** Is denied. */
    @JsonProperty("hard")
    HARD
}
