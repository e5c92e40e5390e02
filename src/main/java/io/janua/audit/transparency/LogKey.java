package io.janua.audit.transparency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** The public key of a log: Ed25519, exchanged as PEM. */
public record LogKey(PublicKey publicKey) {

    /** Bytes of a key's id, which tells keys apart and proves nothing. */
    static final int ID_BYTES = 4;

    private static final byte ED25519 = 1;
    private static final int RAW_BYTES = 32;
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----\\s([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

    public LogKey {
        if (!(publicKey instanceof EdECPublicKey key)
                || !key.getParams().getName().equals(NamedParameterSpec.ED25519.getName())) {
            throw new IllegalArgumentException("a log's key is an Ed25519 key");
        }
    }

    /**
     * The first key of a text.
     *
     * @throws IllegalArgumentException as {@link #allFromPem}
     */
    public static LogKey fromPem(String text) {
        return allFromPem(text).getFirst();
    }

    /**
     * All keys of a text: a log whose key was replaced has several.
     *
     * @throws IllegalArgumentException when the text holds no Ed25519 public key as PEM, or another key; the message
     *     says so
     */
    static List<LogKey> allFromPem(String text) {
        List<LogKey> keys =
                PEM.matcher(text).results().map(pem -> fromBase64(pem.group(1))).toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("it holds no public key (-----BEGIN PUBLIC KEY-----)");
        }
        return keys;
    }

    /**
     * @param der X.509 (SubjectPublicKeyInfo)
     * @throws IllegalArgumentException when it is no Ed25519 public key
     */
    public static LogKey of(byte[] der) {
        try {
            return new LogKey(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException | IllegalArgumentException notEd25519) {
            throw new IllegalArgumentException("its key is not an Ed25519 public key", notEd25519);
        }
    }

    private static LogKey fromBase64(String text) {
        byte[] der;
        try {
            der = Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("its key is not an Ed25519 public key", notBase64);
        }
        return of(der);
    }

    public String pem() {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
        return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(lines.encodeToString(publicKey.getEncoded()));
    }

    /** The first 4 bytes of SHA-256(name, newline, 0x01, key), after c2sp.org/signed-note. */
    public byte[] id(String name) {
        byte[] der = publicKey.getEncoded();
        MessageDigest digest = MerkleHash.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(ED25519);
        // RFC 8410: the raw key is the end of the DER form.
        digest.update(der, der.length - RAW_BYTES, RAW_BYTES);
        return Arrays.copyOf(digest.digest(), ID_BYTES);
    }

    /** As it is shown: name and id in hexadecimal. */
    String signer(String name) {
        return "%s %s".formatted(name, HexFormat.of().formatHex(id(name)));
    }
}
