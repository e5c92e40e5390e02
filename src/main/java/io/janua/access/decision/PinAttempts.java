package io.janua.access.decision;

import io.janua.database.Sql;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Counts wrong PINs of a person, whose row the caller has locked. */
@ApplicationScoped
class PinAttempts {

    private static final String WRITE = """
            INSERT INTO access_pin_attempt (subject_id, tenant_id, gallery_id, failures, locked_until)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (subject_id) DO UPDATE SET failures = excluded.failures, locked_until = excluded.locked_until""";

    private static final String FORGET = "DELETE FROM access_pin_attempt WHERE tenant_id = ? AND subject_id = ?";

    private final Sql sql;
    private final CurrentTenant tenant;
    private final AccessConfig config;

    PinAttempts(Sql sql, CurrentTenant tenant, AccessConfig config) {
        this.sql = sql;
        this.tenant = tenant;
        this.config = config;
    }

    /** Empty while PINs are looked at. A clock that was set back locks nobody out for longer than a lock lasts. */
    Optional<Instant> lockedUntil(Optional<Instant> stored, Instant now) {
        return stored.filter(until -> until.isAfter(now) && !until.isAfter(now.plusSeconds(config.pinLockSeconds())));
    }

    /** @return until when none is looked at, if this was one too many */
    Optional<Instant> wrong(UUID subject, UUID gallery, int before, Instant now) {
        boolean locks = before + 1 >= config.pinAttempts();
        Instant until = locks ? now.plusSeconds(config.pinLockSeconds()) : null;
        sql.update(WRITE, subject, tenant.id(), gallery, locks ? 0 : before + 1, until);
        return Optional.ofNullable(until);
    }

    void right(UUID subject) {
        sql.update(FORGET, tenant.id(), subject);
    }
}
