package io.janua.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** Somebody who passes nowhere, whatever the rules say. */
@Entity
@Table(name = "access_block")
class Block {

    @Id
    @Column(name = "subject_id")
    UUID subjectId;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "gallery_id")
    UUID galleryId;

    String reason;

    @Column(name = "blocked_at")
    Instant blockedAt;

    @Column(name = "blocked_by")
    String blockedBy;

    Instant until;

    boolean holdsAt(Instant time) {
        return until == null || until.isAfter(time);
    }
}
