package io.janua.enrollment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/** Head turns that somebody was asked for. Good for one enrolment. */
@Entity
@Table(name = "challenge")
class Challenge {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenantId;

    @Column(name = "gallery_id")
    UUID galleryId;

    /** Whose it is; null when it was issued to the organisation's own staff. */
    @Column(name = "invitation_id")
    UUID invitationId;

    @Enumerated(EnumType.STRING)
    List<Turn> turns;

    @Column(name = "expires_at")
    Instant expiresAt;

    /** Null while nobody has used it. */
    @Column(name = "used_at")
    Instant usedAt;
}
