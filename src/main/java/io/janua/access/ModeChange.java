package io.janua.access;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an access point shall be from now on. */
@Schema(name = "AccessModeChange")
record ModeChange(
        @NotNull PointMode mode,

        @Schema(description = "Why; needed for lockdown and released", examples = "Fire in the laboratory")
        @Size(max = 500)
        String reason) {}
