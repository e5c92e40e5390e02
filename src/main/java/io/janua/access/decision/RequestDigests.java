package io.janua.access.decision;

import com.google.crypto.tink.DeterministicAead;
import io.janua.security.secrets.Purpose;
import io.janua.security.secrets.SearchableKeyset;
import io.janua.security.secrets.TenantSecrets;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Tells whether two requests are the same one. What is stored for it is sealed by the tenant's secret: a plain hash
 * would tell whoever has a picture that it was shown, and whoever has picture and hash the PIN.
 */
@ApplicationScoped
class RequestDigests {

    private static final byte[] CONTEXT = "access.request".getBytes(StandardCharsets.UTF_8);

    private final TenantSecrets secrets;
    private final CurrentTenant tenant;

    RequestDigests(TenantSecrets secrets, CurrentTenant tenant) {
        this.secrets = secrets;
        this.tenant = tenant;
    }

    /** Of everything but its key and the time that the device gave it. */
    byte[] of(UUID point, Request request) {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(point.getMostSignificantBits())
                .putLong(point.getLeastSignificantBits())
                .flip());
        request.frames().forEach(frame -> add(digest, frame));
        add(digest, request.card().map(card -> card.text()).orElse("").getBytes(StandardCharsets.UTF_8));
        add(digest, request.pin().orElse("").getBytes(StandardCharsets.UTF_8));
        try {
            return sealer().encryptDeterministically(digest.digest(), CONTEXT);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-SIV seals any content", impossible);
        }
    }

    private DeterministicAead sealer() {
        return SearchableKeyset.open(secrets.open(secrets.newest(tenant.id(), Purpose.CREDENTIALS)));
    }

    /** With its length, so that nothing can move from one part into the next. */
    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
        digest.update(part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
