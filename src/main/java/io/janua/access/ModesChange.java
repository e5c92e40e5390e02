package io.janua.access;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many access points shall be from now on: those that are named, those of a zone, or all that the caller may use. */
@Schema(name = "AccessModesChange")
record ModesChange(
        @NotNull PointMode mode,

        @Schema(description = "Why; needed for lockdown and released", examples = "Fire in the laboratory")
        @Size(max = 500)
        String reason,

        @Schema(description = "Only these", nullable = true) @Size(min = 1, max = 1000)
        List<@NotNull String> points,

        @Schema(description = "Only those that lead into this zone or out of it", nullable = true)
        @Pattern(regexp = Slug.PATTERN, message = Slug.MESSAGE)
        String zone) {

    ModeChange one() {
        return new ModeChange(mode, reason);
    }
}
