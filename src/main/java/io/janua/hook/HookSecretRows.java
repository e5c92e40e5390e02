package io.janua.hook;

import io.janua.database.Sql;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What the hooks of the tenant at hand sign with. */
@ApplicationScoped
class HookSecretRows {

    private static final String INSERT = """
            INSERT INTO hook_secret (id, tenant_id, hook_id, kind, secret, sealed, public_key, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String OF_HOOK = "SELECT * FROM hook_secret WHERE hook_id = ? AND tenant_id = ? ORDER BY id";

    private final Sql sql;
    private final CurrentTenant tenant;
    private final HookSeals seals;

    HookSecretRows(Sql sql, CurrentTenant tenant, HookSeals seals) {
        this.sql = sql;
        this.tenant = tenant;
        this.seals = seals;
    }

    private record Stored(UUID id, SigningSecret.Kind kind, Hook.Sealed sealed) {}

    void insert(UUID hook, SigningKey key, Instant now) {
        var sealed = seals.seal(key.secret().key(), context(key.secret().id()));
        sql.update(
                INSERT,
                key.secret().id(),
                tenant.id(),
                hook,
                key.secret().kind().name(),
                sealed.secret(),
                sealed.bytes(),
                key.publicKey().orElse(null),
                now.atOffset(ZoneOffset.UTC));
    }

    /** Oldest first. */
    List<HookSecretView> of(UUID hook) {
        return sql.query(
                OF_HOOK,
                row -> {
                    byte[] publicKey = row.getBytes("public_key");
                    return new HookSecretView(
                            row.getObject("id", UUID.class),
                            SigningSecret.Kind.valueOf(row.getString("kind")),
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            publicKey == null ? null : SigningKey.shownPublicKey(publicKey),
                            null);
                },
                hook,
                tenant.id());
    }

    /** Oldest first. */
    List<SigningSecret> opened(UUID hook) {
        return sql
                .query(
                        OF_HOOK,
                        row -> new Stored(
                                row.getObject("id", UUID.class),
                                SigningSecret.Kind.valueOf(row.getString("kind")),
                                new Hook.Sealed(row.getInt("secret"), row.getBytes("sealed"))),
                        hook,
                        tenant.id())
                .stream()
                .map(stored -> new SigningSecret(
                        stored.id(), stored.kind(), seals.open(stored.sealed(), context(stored.id()))))
                .toList();
    }

    /** @return whether it was there */
    boolean delete(UUID hook, UUID id) {
        return sql.update(
                        "DELETE FROM hook_secret WHERE hook_id = ? AND tenant_id = ? AND id = ?", hook, tenant.id(), id)
                > 0;
    }

    private static String context(UUID id) {
        return "hook-secret|" + id;
    }
}
