package io.janua.security.secrets;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** A master key in memory, AES-256-GCM. */
final class LocalMasterKey implements MasterKey {

    private static final String ID_DOMAIN = "janua master key id|";
    private static final int ID_BYTES = 4;

    private final String id;
    private final Aead aead;

    private LocalMasterKey(byte[] key) {
        id = "local:" + fingerprint(key);
        aead = Aes256Gcm.under(key);
    }

    static LocalMasterKey parse(String text) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.strip().replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException malformed) {
            // Without its cause, which quotes a character of the key.
            throw notAKey();
        }
        if (key.length != Aes256Gcm.KEY_BYTES) {
            throw notAKey();
        }
        return new LocalMasterKey(key);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public byte[] wrap(byte[] plaintext, byte[] associatedData) {
        try {
            return aead.encrypt(plaintext, associatedData);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("a secret cannot be wrapped", failed);
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] associatedData) {
        try {
            return aead.decrypt(wrapped, associatedData);
        } catch (GeneralSecurityException refused) {
            throw new MasterKeyWrong(id, refused);
        }
    }

    @Override
    public String toString() {
        return "MasterKey[%s]".formatted(id);
    }

    private static String fingerprint(byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ID_DOMAIN.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(key), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    private static IllegalArgumentException notAKey() {
        return new IllegalArgumentException(
                "a master key is 32 bytes in base64; make one with: head -c 32 /dev/urandom | base64");
    }
}
