package io.janua.security.secrets;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The rows of secrets. Plain SQL, because jobs and start-up need it where Hibernate has no session. */
@ApplicationScoped
class TenantSecretStore {

    private static final String ALL = """
            SELECT id, generation, master_key, wrapped, public_key, created_at FROM tenant_secret
            WHERE tenant_id = ? AND purpose = ? ORDER BY generation DESC""";

    private static final String INSERT = """
            INSERT INTO tenant_secret (tenant_id, purpose, generation, master_key, wrapped, public_key)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, purpose, generation) DO NOTHING""";

    private static final String DELETE = "DELETE FROM tenant_secret WHERE tenant_id = ? AND id = ?";

    private final AgroalDataSource database;

    TenantSecretStore(AgroalDataSource database) {
        this.database = database;
    }

    /** Newest first. */
    List<TenantSecret> all(String tenant, Purpose purpose) {
        return execute(ALL, query -> {
            query.setString(1, tenant);
            query.setString(2, purpose.name());
            try (var rows = query.executeQuery()) {
                List<TenantSecret> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(secret(tenant, purpose, rows));
                }
                return List.copyOf(found);
            }
        });
    }

    /** Does nothing when somebody else made this generation meanwhile. */
    void insert(String tenant, Purpose purpose, int generation, String masterKey, byte[] wrapped, byte[] publicKey) {
        execute(INSERT, insert -> {
            insert.setString(1, tenant);
            insert.setString(2, purpose.name());
            insert.setInt(3, generation);
            insert.setString(4, masterKey);
            insert.setBytes(5, wrapped);
            insert.setBytes(6, publicKey);
            return insert.executeUpdate();
        });
    }

    /** @throws IllegalStateException while something refers to it */
    void delete(TenantSecret secret) {
        execute(DELETE, delete -> {
            delete.setString(1, secret.tenant());
            delete.setInt(2, secret.id());
            return delete.executeUpdate();
        });
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

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T execute(String sql, Work<T> work) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException("the tenant's secrets cannot be reached", failed);
        }
    }
}
