package io.janua.access.decision;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a door contact or a turnstile says after a grant. */
@Schema(name = "ReportedPassage")
record ReportedPassage(
        @Schema(description = "Whether the person has passed") @NotNull
        Boolean taken) {}
