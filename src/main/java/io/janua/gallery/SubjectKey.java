package io.janua.gallery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A subject's own key, wrapped by its tenant's. Without it, what it sealed is gone. */
@Entity
@Table(name = "subject_key")
class SubjectKey {

    @Id
    @Column(name = "subject_id")
    UUID subjectId;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "gallery_id")
    UUID galleryId;

    /** Id of the tenant's secret that wraps it. */
    int secret;

    byte[] wrapped;
}
