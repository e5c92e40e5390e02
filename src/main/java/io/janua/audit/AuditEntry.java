package io.janua.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** What happened, written once. Its place in the tree is given later, by {@link AuditSequencer}. */
@Entity
@Table(name = "audit_entry")
class AuditEntry {

    @Id
    UUID id;

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    String tenantId;

    @Column(name = "recorded_at", updatable = false)
    Instant recordedAt;

    @Column(updatable = false)
    String actor;

    @Column(updatable = false)
    String action;

    @Column(updatable = false)
    String gallery;

    @Column(updatable = false)
    String subject;

    @Column(updatable = false)
    String outcome;

    /** The entry as JSON on one line: its bytes are the leaf of the tree. */
    @Column(updatable = false)
    String content;

    @Column(name = "leaf_index", insertable = false, updatable = false)
    Long leafIndex;
}
