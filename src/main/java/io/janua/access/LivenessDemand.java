package io.janua.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a living face must have been seen. */
@Schema(name = "AccessLiveness")
public enum LivenessDemand {
    /** As the gallery's policy says. */
    @JsonProperty("gallery")
    GALLERY,
    @JsonProperty("required")
    REQUIRED
}
