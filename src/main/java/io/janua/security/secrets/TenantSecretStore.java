package io.janua.security.secrets;

import io.janua.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

/** The rows of secrets. Plain SQL, because jobs and start-up need it where Hibernate has no session. */
@ApplicationScoped
class TenantSecretStore {

    private static final String ALL = """
            SELECT id, generation, master_key, wrapped, public_key, created_at FROM tenant_secret
            WHERE tenant_id = ? AND purpose = ? ORDER BY generation DESC""";

    private static final String INSERT = """
            INSERT INTO tenant_secret (tenant_id, purpose, generation, master_key, wrapped, public_key, created_at)
            VALUES (?, ?, ?, ?, ?, ?, clock_timestamp()) ON CONFLICT (tenant_id, purpose, generation) DO NOTHING""";

    private static final String DELETE = "DELETE FROM tenant_secret WHERE tenant_id = ? AND id = ?";

    private final Sql sql;

    TenantSecretStore(Sql sql) {
        this.sql = sql;
    }

    /** Newest first. */
    List<TenantSecret> all(String tenant, Purpose purpose) {
        return List.copyOf(sql.query(ALL, row -> secret(tenant, purpose, row), tenant, purpose.name()));
    }

    /** Does nothing when somebody else made this generation meanwhile. */
    void insert(String tenant, Purpose purpose, int generation, String masterKey, byte[] wrapped, byte[] publicKey) {
        sql.update(INSERT, tenant, purpose.name(), generation, masterKey, wrapped, publicKey);
    }

    /** @throws IllegalStateException while something refers to it */
    void delete(TenantSecret secret) {
        sql.update(DELETE, secret.tenant(), secret.id());
    }

    private static TenantSecret secret(String tenant, Purpose purpose, ResultSet row) throws SQLException {
        return new TenantSecret(
                row.getInt("id"),
                tenant,
                purpose,
                row.getInt("generation"),
                row.getString("master_key"),
                row.getBytes("wrapped"),
                row.getBytes("public_key"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
