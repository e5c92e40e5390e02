package io.janua.security;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key as the API shows it: without its secret. */
@Schema(name = "ApiKey")
public record ApiKeyView(
        UUID id,
        String name,

        @Schema(description = "The first characters of the secret")
        String prefix,

        List<String> operations,

        @Schema(description = "The only galleries it may touch; absent when all") @Nullable
        List<String> galleries,

        Instant createdAt,

        @Schema(description = "When it was last seen, to the minute; absent when never") @Nullable
        Instant lastUsedAt,

        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,

        @Schema(description = "Until when the secret before the last rotation is good; absent when it is not") @Nullable
        Instant previousSecretUntil,

        @Schema(description = "How many requests a minute it may make; absent for the default") @Nullable
        Integer requestsPerMinute,

        @Schema(
                description =
                        "SHA-256 of the certificate without which the key is good for nothing, in base64url; absent for none")
        @Nullable
        String certificateThumbprint,

        @Schema(description = "The whole secret, only in the answer that creates or rotates the key") @Nullable
        String secret) {

    static ApiKeyView from(ApiKey key) {
        return withSecret(key, null);
    }

    static ApiKeyView withSecret(ApiKey key, String secret) {
        return new ApiKeyView(
                key.id,
                key.name,
                key.prefix,
                key.operations,
                key.galleries,
                key.createdAt,
                key.lastUsedAt,
                key.expiresAt,
                key.revokedAt,
                previousSecretUntil(key, Instant.now()),
                key.requestsPerMinute,
                key.certificate(),
                secret);
    }

    private static Instant previousSecretUntil(ApiKey key, Instant now) {
        boolean good = !key.hasEnded(now) && key.previousUntil != null && key.previousUntil.isAfter(now);
        return good ? key.previousUntil : null;
    }
}
