package io.janua.security.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.Random;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * A subject's own data key, AES-256-GCM. Whoever deletes it has erased all that it sealed, in every copy that was made
 * without it.
 */
public final class SubjectCipher {

    private final byte[] key;
    private final Aead aead;

    private SubjectCipher(byte[] key) {
        this.key = key;
        this.aead = Aes256Gcm.under(key);
    }

    public static SubjectCipher generate() {
        return new SubjectCipher(Random.randBytes(Aes256Gcm.KEY_BYTES));
    }

    /**
     * @param wrapped as {@link #wrap} made it for the same tenant and subject
     * @throws DecryptionFailed for anything else
     */
    public static SubjectCipher unwrap(byte[] wrapped, Aead tenantKey, String tenant, UUID subject) {
        try {
            return new SubjectCipher(tenantKey.decrypt(wrapped, keyContext(tenant, subject)));
        } catch (GeneralSecurityException refused) {
            throw new DecryptionFailed("a subject's key", refused);
        }
    }

    /** The key as it may be stored. */
    public byte[] wrap(Aead tenantKey, String tenant, UUID subject) {
        try {
            return tenantKey.encrypt(key, keyContext(tenant, subject));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("a subject's key cannot be wrapped", failed);
        }
    }

    /**
     * @param context what it is and whose, for example {@code sample-image|tenant|sampleId}; never secret
     * @return 28 bytes longer than the plain bytes
     */
    public byte[] encrypt(byte[] plain, String context) {
        try {
            return aead.encrypt(plain, bytes(context));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("a subject's data cannot be sealed", failed);
        }
    }

    /** @throws DecryptionFailed when this key did not seal it for this context, or it was altered */
    public byte[] decrypt(byte[] sealed, String context) {
        try {
            return aead.decrypt(sealed, bytes(context));
        } catch (GeneralSecurityException refused) {
            throw new DecryptionFailed("a subject's data", refused);
        }
    }

    @Override
    public String toString() {
        return "SubjectCipher";
    }

    private static byte[] keyContext(String tenant, UUID subject) {
        return bytes("subject-key|%s|%s".formatted(tenant, subject));
    }

    private static byte[] bytes(String context) {
        return context.getBytes(StandardCharsets.UTF_8);
    }
}
