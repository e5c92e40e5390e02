package io.janua.gallery;

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

/** A set of subjects that are searched together, bound to one embedding model. */
@Entity
@Table(name = "gallery")
class Gallery {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    String name;

    String description;

    String model;

    @JdbcTypeCode(SqlTypes.JSON)
    GalleryPolicy policy;

    @Column(name = "created_at")
    Instant createdAt;

    GalleryRef ref() {
        return new GalleryRef(id, name, model, policy);
    }
}
