package io.janua.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is decided where nothing can be decided: fail secure or fail safe. */
@Schema(name = "AccessOnFailure")
public enum OnFailure {
    @JsonProperty("deny")
    DENY,
    @JsonProperty("grant")
    GRANT
}
