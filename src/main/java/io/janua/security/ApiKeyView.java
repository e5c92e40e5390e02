package io.janua.security;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key as the API shows it: without its secret. */
@Schema(name = "ApiKey")
public record ApiKeyView(
        UUID id,
        String name,

        @Schema(description = "The first characters of the secret")
        String prefix,

        List<String> operations,

        @Schema(description = "The only galleries it may touch; absent when all")
        List<String> galleries,

        Instant createdAt,
        Instant expiresAt,
        Instant revokedAt,

        @Schema(description = "The whole secret, only in the answer that creates the key")
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
                key.expiresAt,
                key.revokedAt,
                secret);
    }
}
