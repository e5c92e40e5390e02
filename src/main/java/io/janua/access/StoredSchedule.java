package io.janua.access;

import io.janua.access.schedule.ScheduleTimes;
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

/** A schedule under a name, for rules of every gallery. */
@Entity
@Table(name = "access_schedule")
class StoredSchedule {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    String name;

    String description;

    @JdbcTypeCode(SqlTypes.JSON)
    ScheduleTimes content;

    @Column(name = "created_at")
    Instant createdAt;
}
