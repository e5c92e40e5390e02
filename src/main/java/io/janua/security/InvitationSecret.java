package io.janua.security;

import com.google.crypto.tink.subtle.Random;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What an invitation's link carries: 256 random bits, which no slow hash has to protect. */
public record InvitationSecret(String text) {

    private static final int SECRET_BYTES = 32;

    public static InvitationSecret generate() {
        byte[] bytes = Random.randBytes(SECRET_BYTES);
        return new InvitationSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** By which it is kept and found. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "InvitationSecret";
    }
}
