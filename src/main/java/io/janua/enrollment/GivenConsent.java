package io.janua.enrollment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "GivenConsent")
record GivenConsent(
        @Schema(description = "The consentTextVersion of the text that the person has agreed to", examples = "2026-01")
        @NotBlank
        @Size(max = 100)
        String textVersion) {}
