package io.janua.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/** A device's credential. The secret itself is never stored, only its SHA-256. */
@Entity
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

    List<String> operations;

    /** Null when the key is good for every gallery. */
    List<String> galleries;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "revoked_at")
    Instant revokedAt;
}
