package io.janua.enrollment.imports;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an import stands. */
enum ImportState {
    /** The archive is still coming in. */
    @JsonProperty("receiving")
    RECEIVING,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("done")
    DONE,
    @JsonProperty("cancelled")
    CANCELLED,
    /** It could not go on: the gallery's rules changed under it. */
    @JsonProperty("failed")
    FAILED;

    boolean ended() {
        return switch (this) {
            case RECEIVING, RUNNING -> false;
            case DONE, CANCELLED, FAILED -> true;
        };
    }
}
