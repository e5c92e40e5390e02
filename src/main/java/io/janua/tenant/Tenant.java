package io.janua.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An organisation whose people, keys and log nobody else sees. The database shows it to itself and to the platform. */
@Entity
@Table(name = "tenant")
class Tenant {

    @Id
    @Column(updatable = false)
    String id;

    String name;

    @Column(name = "requests_per_minute")
    Integer requestsPerMinute;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;
}
