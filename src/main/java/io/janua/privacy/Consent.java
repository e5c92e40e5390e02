package io.janua.privacy;

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

/** That a subject has agreed to be recognised, and to which text. It is in force until it is withdrawn. */
@Entity
@Table(name = "consent")
class Consent {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "gallery_id")
    UUID galleryId;

    @Column(name = "subject_id")
    UUID subjectId;

    @Column(name = "text_version")
    String textVersion;

    @Enumerated(EnumType.STRING)
    ConsentChannel channel;

    @Column(name = "signature_reference")
    String signatureReference;

    @Column(name = "given_at")
    Instant givenAt;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "withdrawn_at")
    Instant withdrawnAt;
}
