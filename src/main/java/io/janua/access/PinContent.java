package io.janua.access;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A PIN to be given to somebody. */
@Schema(name = "AccessPinContent")
record PinContent(
        @Schema(description = "4 to 8 digits", examples = "4711")
        @NotNull
        @Pattern(regexp = PinContent.DIGITS, message = "must be 4 to 8 digits")
        String pin,

        @Schema(
                description = "Another one, which opens too and calls for help; left out, an earlier one is removed",
                examples = "4712",
                nullable = true)
        @Pattern(regexp = PinContent.DIGITS, message = "must be 4 to 8 digits")
        String duressPin) {

    static final String DIGITS = "[0-9]{4,8}";

    @Override
    public String toString() {
        return "PinContent";
    }
}
