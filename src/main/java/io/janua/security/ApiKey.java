package io.janua.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/** A device's credential. The secret itself is never stored, only its SHA-256. */
@Entity
// Only what was changed is written: the time of last use is not ours, and changes often.
@DynamicUpdate
@Table(name = "api_key")
class ApiKey {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    String name;

    /** The first characters of the secret, so that people can tell keys apart. */
    String prefix;

    @Column(name = "secret_hash")
    byte[] secretHash;

    /** Of the secret before the last rotation, good until {@link #previousUntil}; null when there is none. */
    @Column(name = "previous_hash")
    byte[] previousHash;

    @Column(name = "previous_until")
    Instant previousUntil;

    List<String> operations;

    /** Null when the key is good for every gallery. */
    List<String> galleries;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "revoked_at")
    Instant revokedAt;

    /** Written by the look-up of a secret, at most once a minute. */
    @Column(name = "last_used_at", insertable = false, updatable = false)
    Instant lastUsedAt;

    /** SHA-256 of the certificate without which the key is good for nothing; null when it needs none. */
    @Column(name = "certificate_thumbprint")
    byte[] certificateThumbprint;

    /** Null for the service's default. */
    @Column(name = "requests_per_minute")
    Integer requestsPerMinute;

    boolean manages() {
        return operations.contains(Operations.API_KEYS);
    }

    boolean hasEnded(Instant now) {
        return revokedAt != null || (expiresAt != null && !expiresAt.isAfter(now));
    }

    /** As the API has it; null when the key needs no certificate. */
    String certificate() {
        return certificateThumbprint == null ? null : new CertificateThumbprint(certificateThumbprint).text();
    }

    /** @param thumbprint in {@link CertificateThumbprint#FORM}, or null */
    void bindTo(String thumbprint) {
        certificateThumbprint = thumbprint == null
                ? null
                : CertificateThumbprint.parse(thumbprint).sha256();
    }

    void use(ApiKeySecret secret) {
        prefix = secret.visiblePart();
        secretHash = secret.hash();
    }

    /** There is room for one former secret: what was still good of an earlier rotation ends here. */
    void rotate(ApiKeySecret next, Duration overlap, Instant now) {
        previousHash = overlap.isZero() ? null : secretHash;
        previousUntil = overlap.isZero() ? null : now.plus(overlap);
        use(next);
    }
}
