package io.janua.access;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody shall pass nowhere, and until when. */
@Schema(name = "AccessBlockContent")
record BlockContent(
        @Schema(examples = "Lost the contract on 1 March") @NotBlank @Size(max = 500)
        String reason,

        @Schema(description = "When it ends by itself; never when left out", nullable = true) @Future
        Instant until) {}
