package io.janua.gallery;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a subject takes part in recognition. */
public enum SubjectStatus {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("suspended")
    SUSPENDED
}
