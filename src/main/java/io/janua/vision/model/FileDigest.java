package io.janua.vision.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells one file from another.
 *
 * @param bytes its length
 * @param sha256 64 lower-case hexadecimal digits
 */
record FileDigest(long bytes, String sha256) {

    /** Reads to the end. */
    static FileDigest of(InputStream file) throws IOException {
        MessageDigest digest = newSha256();
        long bytes = new DigestInputStream(file, digest).transferTo(OutputStream.nullOutputStream());
        return new FileDigest(bytes, hexadecimal(digest));
    }

    /** Whether the catalogue says the same of the model's file. */
    boolean isOf(ModelEntry model) {
        return bytes == model.bytes() && sha256.equals(model.sha256());
    }

    static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    static String hexadecimal(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
