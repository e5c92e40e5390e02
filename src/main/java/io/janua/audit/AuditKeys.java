package io.janua.audit;

import io.janua.audit.transparency.Checkpoint;
import io.janua.audit.transparency.CheckpointSigner;
import io.janua.audit.transparency.CheckpointVerifier;
import io.janua.audit.transparency.LogKey;
import io.janua.security.secrets.AuditSigningKey;
import io.janua.security.secrets.Purpose;
import io.janua.security.secrets.TenantSecret;
import io.janua.security.secrets.TenantSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The keys that sign a tenant's log. */
@ApplicationScoped
class AuditKeys {

    private final TenantSecrets secrets;

    AuditKeys(TenantSecrets secrets) {
        this.secrets = secrets;
    }

    /** With the newest key. */
    CheckpointSigner signer(String tenant) {
        return new CheckpointSigner(opened(secrets.newest(tenant, Purpose.AUDIT)));
    }

    /** Of what any of its keys has signed. */
    CheckpointVerifier verifier(String tenant) {
        return new CheckpointVerifier(publicKeys(tenant));
    }

    /** Newest first. */
    List<LogKey> publicKeys(String tenant) {
        return secrets.inForce(tenant, Purpose.AUDIT).stream()
                .map(this::publicKey)
                .toList();
    }

    /** Newest first. */
    List<AuditKeyView> published(String tenant) {
        return secrets.inForce(tenant, Purpose.AUDIT).stream()
                .map(secret -> AuditKeyView.of(publicKey(secret), Checkpoint.originOf(tenant), secret.createdAt()))
                .toList();
    }

    /** Of the opened pair: the half that lies open in the database may have been exchanged there. */
    private LogKey publicKey(TenantSecret secret) {
        return LogKey.of(opened(secret).publicKey());
    }

    private AuditSigningKey opened(TenantSecret secret) {
        return AuditSigningKey.restore(secrets.open(secret), secret.publicKey());
    }
}
