package io.janua.security;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a key shall be good for. */
@Schema(name = "NewApiKey")
record NewApiKey(
        @Schema(examples = "North entrance turnstile") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "What the key may do", examples = "[\"identify\", \"verify\"]") @NotEmpty @Size(max = 50)
        List<@NotNull String> operations,

        @Schema(description = "The only galleries it may touch; leave out for all", nullable = true)
        @Size(min = 1, max = 1000)
        List<@NotBlank String> galleries,

        @Schema(description = "When it ends; leave out for never", nullable = true) @Future
        Instant expiresAt,

        @Schema(description = "How many requests a minute it may make; leave out for the default", nullable = true)
        @Min(1)
        @Max(MAX_REQUESTS)
        Integer requestsPerMinute,

        @Schema(description = CERTIFICATE, nullable = true) @Pattern(regexp = CertificateThumbprint.FORM)
        String certificateThumbprint) {

    static final String CERTIFICATE = "The certificate without which the key is good for nothing: its SHA-256 in"
            + " base64url without padding, as x5t#S256 of RFC 8705; leave out for none";

    static final int MAX_REQUESTS = 1_000_000;
}
