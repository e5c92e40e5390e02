package io.janua.ops.health;

import io.agroal.api.AgroalDataSource;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether the database answers. It is no part of readiness: all instances ask the same one, and without any instance no
 * door would hear that it is to open when nobody can decide (docs/adr/0031-metrics-traces-health.md).
 */
@Wellness
@ApplicationScoped
class DatabaseCheck implements HealthCheck {

    private static final String NAME = "database";
    private static final int SECONDS = 2;

    private final AgroalDataSource database;

    DatabaseCheck(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS) ? Findings.up(NAME).build() : down(null);
        } catch (SQLException | RuntimeException gone) {
            return down(gone instanceof SQLException failed ? failed.getSQLState() : null);
        }
    }

    /** Not what the driver says: it may quote the address, and who may not know that may ask for health. */
    private static HealthCheckResponse down(String state) {
        return Findings.down(
                NAME,
                "The database does not answer%s.".formatted(state == null ? "" : " (SQLSTATE " + state + ")"),
                "See to PostgreSQL and the network to it (JANUA_DB_URL). The service goes on by itself when it answers;"
                        + " if all connections are in use (agroal_awaiting_count), raise JANUA_DB_POOL.");
    }
}
