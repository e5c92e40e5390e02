package io.janua.access;

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

/** Permits some subjects of a gallery to pass at some points. Which ones stands in tables of its own: {@link RuleNames}. */
@Entity
@Table(name = "access_rule")
class Rule {

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

    boolean everyone;

    @Column(name = "schedule_id")
    UUID scheduleId;

    @Column(name = "valid_from")
    Instant validFrom;

    @Column(name = "valid_until")
    Instant validUntil;

    boolean enabled;

    @JdbcTypeCode(SqlTypes.JSON)
    RuleDemands demands;

    @Column(name = "escort_group_id")
    UUID escortGroupId;

    @Column(name = "created_at")
    Instant createdAt;
}
