package io.janua.gallery;

import io.janua.vision.FaceDescription;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

/** One captured face image of a subject, in the API called a face. */
@Entity
@Table(name = "sample")
class Sample {

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

    @JdbcTypeCode(SqlTypes.JSON)
    FaceDescription description;

    @Column(name = "has_image")
    boolean hasImage;

    @Column(name = "idempotency_key")
    String idempotencyKey;

    @Column(name = "upload_digest")
    byte[] uploadDigest;

    @Column(name = "created_at")
    Instant createdAt;
}
