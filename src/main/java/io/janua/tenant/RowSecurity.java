package io.janua.tenant;

import io.agroal.api.AgroalPoolInterceptor;
import io.janua.security.Caller;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Tells the database whose rows a connection may see, each time that somebody takes one from the pool. What the last
 * user of the connection was allowed is never relied upon: a rollback would bring an older answer back.
 */
@Singleton
class RowSecurity implements AgroalPoolInterceptor {

    private static final String LET_SEE = "SELECT set_config('janua.tenant', ?, false)";

    @Override
    public void onConnectionAcquire(Connection connection) {
        try (var statement = connection.prepareStatement(LET_SEE)) {
            statement.setString(1, Caller.currentTenant().orElse(""));
            statement.execute();
        } catch (SQLException failed) {
            throw new TenantNotSet(failed);
        }
    }

    /** Nobody may use a connection whose tenant is unknown. */
    private static final class TenantNotSet extends RuntimeException {

        TenantNotSet(SQLException cause) {
            super("the database did not take the tenant", cause);
        }
    }
}
