package io.janua.privacy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "NewConsent")
record NewConsent(
        @Schema(description = "Your own name for the text that the person agreed to", examples = "2026-01")
        @NotBlank
        @Size(max = 100)
        String textVersion,

        @NotNull ConsentChannel channel,

        @Schema(description = "When it was given; now when left out", nullable = true) @PastOrPresent
        Instant givenAt,

        @Schema(
                description = "Where the signature or the record of it lies, for example a document number",
                nullable = true)
        @Size(max = 500)
        String signatureReference) {}
