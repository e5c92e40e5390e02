package io.janua.gallery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

/** A person in a gallery, under the caller's own id. */
@Entity
@Table(name = "subject")
class Subject {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "gallery_id")
    UUID galleryId;

    @Column(name = "external_id")
    String externalId;

    String name;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> attributes;

    @Enumerated(EnumType.STRING)
    SubjectStatus status;

    @Column(name = "valid_from")
    Instant validFrom;

    @Column(name = "valid_until")
    Instant validUntil;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    /** When the subject was last created, enrolled or recognised, to the day; the retention clock counts from it. */
    @Column(name = "last_used_at")
    Instant lastUsedAt;

    SubjectRef ref() {
        return new SubjectRef(id, externalId, name, takesPartAt(Instant.now()));
    }

    boolean takesPartAt(Instant time) {
        return status == SubjectStatus.ACTIVE
                && (validFrom == null || !validFrom.isAfter(time))
                && (validUntil == null || validUntil.isAfter(time));
    }
}
