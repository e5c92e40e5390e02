package io.janua.access.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Opening by hand. */
@Schema(name = "WantedOverride")
record WantedOverride(
        @Schema(description = "Why, for those who will ask") @NotBlank @Size(max = 500)
        String reason) {}
