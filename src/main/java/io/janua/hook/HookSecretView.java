package io.janua.hook;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A secret as the API shows it. */
@Schema(name = "HookSecret")
record HookSecretView(
        UUID id,
        SigningSecret.Kind kind,
        Instant createdAt,

        @Schema(description = "What receivers check Ed25519 signatures with (whpk_…); absent of HMAC") @Nullable
        String publicKey,

        @Schema(description = "What receivers check HMAC signatures with (whsec_…), only in the answer that creates it")
        @Nullable
        String secret) {}
