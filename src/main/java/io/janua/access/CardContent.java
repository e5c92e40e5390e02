package io.janua.access;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A card to be given to somebody. */
@Schema(name = "AccessCardContent")
record CardContent(
        @Schema(description = "facility-number, a decimal number, or 8 to 20 hexadecimal digits", examples = "12-34567")
        @NotNull
        String number) {

    @Override
    public String toString() {
        return "CardContent";
    }
}
