package io.janua.access.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whom, when and with what a decision is to be explained for. */
@Schema(name = "WantedExplanation")
record WantedExplanation(
        @Schema(description = "The subject's id in the access point's gallery") @NotBlank @Size(max = 128)
        String subject,

        @Schema(description = "Now when left out") @Nullable Instant at,

        @Schema(description = "As if their card was shown") boolean card,

        @Schema(description = "As if their PIN was entered") boolean pin) {}
