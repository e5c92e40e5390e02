package io.janua.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

/** A place where somebody passes or does not. */
@Entity
@Table(name = "access_point")
class Point {

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

    @Enumerated(EnumType.STRING)
    PointKind kind;

    @Column(name = "zone_from")
    String zoneFrom;

    @Column(name = "zone_to")
    String zoneTo;

    boolean enabled;

    @JdbcTypeCode(SqlTypes.JSON)
    PointSettings settings;

    @Enumerated(EnumType.STRING)
    PointMode mode;

    @Column(name = "mode_reason")
    String modeReason;

    @Column(name = "mode_by")
    String modeBy;

    @Column(name = "mode_since")
    Instant modeSince;

    @Column(name = "created_at")
    Instant createdAt;
}
