package io.janua.audit.transparency;

import io.janua.security.secrets.AuditSigningKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Signs checkpoints as notes, after c2sp.org/signed-note; the key goes by the name of the log. */
public final class CheckpointSigner {

    private final AuditSigningKey key;

    public CheckpointSigner(AuditSigningKey key) {
        this.key = key;
    }

    /** The whole note: text, blank line, signature line. */
    public String sign(Checkpoint checkpoint) {
        byte[] id = LogKey.of(key.publicKey()).id(checkpoint.origin());
        byte[] signature = key.sign(checkpoint.text().getBytes(StandardCharsets.UTF_8));
        byte[] signed = new byte[id.length + signature.length];
        System.arraycopy(id, 0, signed, 0, id.length);
        System.arraycopy(signature, 0, signed, id.length, signature.length);
        return "%s\n— %s %s\n"
                .formatted(
                        checkpoint.text(),
                        checkpoint.origin(),
                        Base64.getEncoder().encodeToString(signed));
    }
}
