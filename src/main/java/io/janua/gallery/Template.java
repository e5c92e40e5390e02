package io.janua.gallery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

/** The embedding of a sample by one model. Written here; the database compares it. */
@Entity
@Table(name = "template")
class Template {

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

    @Column(name = "sample_id")
    UUID sampleId;

    String model;

    /** Id of the tenant's secret whose rotation turned the embedding; null when none did. */
    Integer secret;

    @JdbcTypeCode(SqlTypes.VECTOR_FLOAT16)
    float[] embedding;
}
