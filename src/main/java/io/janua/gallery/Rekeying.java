package io.janua.gallery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/** The exchange of a tenant's secrets: how far it is. */
@Entity
@Table(name = "rekeying")
class Rekeying {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Enumerated(EnumType.STRING)
    RekeyingState state;

    /** Templates, keys of subjects and pictures that are under the new secrets. */
    long done;

    long total;

    @Column(name = "started_by")
    String startedBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "finished_at")
    Instant finishedAt;
}
