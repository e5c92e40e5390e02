package io.janua.security;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** The SHA-256 of a certificate in DER, by which RFC 8705 ties credentials to it ({@code x5t#S256}). */
record CertificateThumbprint(byte[] sha256) {

    /** Base64url without padding, as {@link #text} gives it. */
    static final String FORM = "[A-Za-z0-9_-]{43}";

    private static final int BYTES = 32;

    CertificateThumbprint {
        if (sha256.length != BYTES) {
            throw new IllegalArgumentException("a SHA-256 has %d bytes".formatted(BYTES));
        }
    }

    static CertificateThumbprint ofCertificate(byte[] der) {
        try {
            return new CertificateThumbprint(
                    MessageDigest.getInstance("SHA-256").digest(der));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    /** @param text in {@link #FORM} */
    static CertificateThumbprint parse(String text) {
        return new CertificateThumbprint(Base64.getUrlDecoder().decode(text));
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CertificateThumbprint thumbprint && Arrays.equals(sha256, thumbprint.sha256);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }

    @Override
    public String toString() {
        return text();
    }
}
