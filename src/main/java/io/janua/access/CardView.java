package io.janua.access;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AccessCard")
record CardView(
        @Schema(description = "As it is looked up: without leading zeros, or in capital hexadecimal digits")
        String number,

        Instant changedAt) {

    @Override
    public String toString() {
        return "CardView";
    }
}
