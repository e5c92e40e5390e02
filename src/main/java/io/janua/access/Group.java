package io.janua.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/** Subjects of a gallery to whom the same rules apply. */
// "Group" alone is a word of the query language.
@Entity(name = "AccessGroup")
@Table(name = "access_group")
class Group {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    String name;

    String description;

    @Column(name = "gallery_id")
    UUID galleryId;

    @Column(name = "created_at")
    Instant createdAt;
}
