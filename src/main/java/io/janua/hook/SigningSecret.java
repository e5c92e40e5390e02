package io.janua.hook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What webhooks are signed with.
 *
 * @param key random bytes of HMAC; PKCS#8 of an Ed25519 key
 */
public record SigningSecret(UUID id, Kind kind, byte[] key) {

    /** Of the signature; the names stand in the database. */
    @Schema(name = "HookSecretKind")
    public enum Kind {
        @JsonProperty("hmac")
        HMAC,
        @JsonProperty("ed25519")
        ED25519
    }

    @Override
    public String toString() {
        return "SigningSecret[%s]".formatted(id);
    }
}
