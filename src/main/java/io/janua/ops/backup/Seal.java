package io.janua.ops.backup;

import io.janua.security.secrets.MasterKey;
import io.janua.security.secrets.MasterKeyWrong;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the master key does for a backup that does not hold it: it vouches for the manifest, and closes what would be a
 * secret by itself.
 */
final class Seal {

    private static final byte[] MANIFEST = "janua backup manifest".getBytes(StandardCharsets.US_ASCII);

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final MasterKey key;
    private final SecureRandom random = new SecureRandom();

    Seal(MasterKey key) {
        this.key = key;
    }

    byte[] vouchFor(byte[] manifest) {
        return key.wrap(sha256(manifest), MANIFEST);
    }

    /** @throws Refused when this master key has not sealed this manifest */
    void check(byte[] manifest, byte[] seal) throws Refused {
        boolean genuine;
        try {
            genuine = MessageDigest.isEqual(key.unwrap(seal, MANIFEST), sha256(manifest));
        } catch (MasterKeyWrong | IllegalArgumentException other) {
            genuine = false;
        }
        if (!genuine) {
            throw new Refused(
                    "The manifest was changed since the backup was made, or the master key %s did not seal it."
                            .formatted(key.id()));
        }
    }

    /**
     * Under a key of its own, which the master key wraps: that one takes some kilobytes at most.
     *
     * @param moment of the backup that it is part of; it opens with no other
     */
    byte[] close(byte[] content, Instant moment) {
        byte[] own = new byte[KEY_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(own);
        random.nextBytes(nonce);
        byte[] purpose = content(moment);
        byte[] wrapped = key.wrap(own, purpose);
        byte[] closed;
        try {
            closed = aes(Cipher.ENCRYPT_MODE, own, nonce, content, purpose);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has AES-256-GCM", impossible);
        }
        return ByteBuffer.allocate(Integer.BYTES + wrapped.length + NONCE_BYTES + closed.length)
                .putInt(wrapped.length)
                .put(wrapped)
                .put(nonce)
                .put(closed)
                .array();
    }

    /** @throws Refused when this master key has not closed it, or for another moment */
    byte[] open(byte[] sealed, Instant moment) throws Refused {
        byte[] purpose = content(moment);
        try {
            var rest = ByteBuffer.wrap(sealed);
            byte[] wrapped = next(rest, rest.getInt());
            byte[] nonce = next(rest, NONCE_BYTES);
            byte[] own = key.unwrap(wrapped, purpose);
            return aes(Cipher.DECRYPT_MODE, own, nonce, next(rest, rest.remaining()), purpose);
        } catch (BufferUnderflowException
                | GeneralSecurityException
                | MasterKeyWrong
                | IllegalArgumentException other) {
            throw new Refused("What the identity provider kept does not open: it is damaged, or of another backup.");
        }
    }

    private static byte[] content(Instant moment) {
        return "janua backup content of %s".formatted(moment).getBytes(StandardCharsets.US_ASCII);
    }

    /** @throws BufferUnderflowException when there is less; what is damaged may announce any length */
    private static byte[] next(ByteBuffer rest, int length) {
        if (length < 0 || length > rest.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        rest.get(bytes);
        return bytes;
    }

    private static byte[] aes(int mode, byte[] key, byte[] nonce, byte[] content, byte[] purpose)
            throws GeneralSecurityException {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose);
            return cipher.doFinal(content);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
