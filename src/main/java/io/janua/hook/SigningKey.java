package io.janua.hook;

import com.google.crypto.tink.subtle.Random;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * A new secret for webhooks, as Standard Webhooks 1.0 writes them.
 *
 * @param publicKey the 32 bytes of an Ed25519 key; empty of HMAC
 */
record SigningKey(SigningSecret secret, Optional<byte[]> publicKey) {

    private static final int HMAC_BYTES = 32;
    private static final int ED25519_BYTES = 32;

    static SigningKey generate(SigningSecret.Kind kind) {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        return switch (kind) {
            case HMAC -> {
                byte[] key = Random.randBytes(HMAC_BYTES);
                yield new SigningKey(new SigningSecret(id, kind, key), Optional.empty());
            }
            case ED25519 -> {
                KeyPair pair = ed25519();
                byte[] encoded = pair.getPublic().getEncoded();
                // X.509 says twelve bytes of which algorithm it is before the key itself.
                byte[] raw = Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length);
                yield new SigningKey(
                        new SigningSecret(id, kind, pair.getPrivate().getEncoded()), Optional.of(raw));
            }
        };
    }

    static String shownPublicKey(byte[] raw) {
        return "whpk_" + Base64.getEncoder().encodeToString(raw);
    }

    /** Empty where receivers need no secret, but the public key. */
    Optional<String> shownSecret() {
        return switch (secret.kind()) {
            case HMAC -> Optional.of("whsec_" + Base64.getEncoder().encodeToString(secret.key()));
            case ED25519 -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return secret.toString();
    }

    private static KeyPair ed25519() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has Ed25519", impossible);
        }
    }
}
