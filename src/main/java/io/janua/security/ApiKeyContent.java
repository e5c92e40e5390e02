package io.janua.security;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a key may change. What it permits may not: whoever got the key relies on that, and so does who gave it. */
@Schema(name = "ApiKeyContent")
record ApiKeyContent(
        @NotBlank @Size(max = 200) String name,

        @Schema(description = "When it ends; null for never", nullable = true) @Future
        Instant expiresAt,

        @Schema(description = "How many requests a minute it may make; null for the default", nullable = true)
        @Min(1)
        @Max(NewApiKey.MAX_REQUESTS)
        Integer requestsPerMinute,

        @Schema(description = NewApiKey.CERTIFICATE, nullable = true) @Pattern(regexp = CertificateThumbprint.FORM)
        String certificateThumbprint) {

    static ApiKeyContent of(ApiKey key) {
        return new ApiKeyContent(key.name, key.expiresAt, key.requestsPerMinute, key.certificate());
    }
}
