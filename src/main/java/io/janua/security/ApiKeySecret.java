package io.janua.security;

import com.google.crypto.tink.subtle.Random;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The secret part of a key: 256 random bits. A slow password hash would add nothing to that, and every request would
 * pay for it.
 */
record ApiKeySecret(String text) {

    static final String PREFIX = "janua_";

    private static final int SECRET_BYTES = 32;
    private static final int VISIBLE_CHARACTERS = PREFIX.length() + 6;

    static ApiKeySecret generate() {
        byte[] bytes = Random.randBytes(SECRET_BYTES);
        return new ApiKeySecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * Secrets are found by an index over these. How long that takes tells at most something of a hash, from which no
     * secret follows; so there is nothing to compare in constant time.
     */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    String visiblePart() {
        return text.substring(0, Math.min(VISIBLE_CHARACTERS, text.length()));
    }

    @Override
    public String toString() {
        return "ApiKeySecret[%s…]".formatted(visiblePart());
    }
}
