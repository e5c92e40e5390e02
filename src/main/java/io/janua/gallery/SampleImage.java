package io.janua.gallery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** The picture of a sample, apart from it so that nobody loads pictures by listing samples. */
@Entity
@Table(name = "sample_image")
class SampleImage {

    @Id
    @Column(name = "sample_id")
    UUID sampleId;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    /** JPEG, sealed by the subject's key. */
    byte[] content;

    /** False only for what is left from before pictures were sealed. */
    boolean encrypted;
}
