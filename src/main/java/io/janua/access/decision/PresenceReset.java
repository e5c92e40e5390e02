package io.janua.access.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Of whom it is to be forgotten where they are. */
@Schema(name = "PresenceReset")
record PresenceReset(
        @NotBlank @Size(max = 200) String gallery,

        @Schema(description = "Everywhere when left out") @Size(max = 63) @Nullable
        String zone) {}
