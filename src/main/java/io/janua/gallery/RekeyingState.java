package io.janua.gallery;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a re-keying has still something to do. */
enum RekeyingState {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("done")
    DONE
}
