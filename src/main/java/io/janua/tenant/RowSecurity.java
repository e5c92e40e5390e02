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
            end(connection);
        }
    }

    /**
     * Nobody may use a connection whose tenant is unknown: the next statement on it fails. Thrown, the failure would cost
     * the pool one of its places, because nobody had the connection to give it back; after as many as there are places,
     * which one restart of the database can be, nobody would get any.
     */
    private static void end(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException failed) {
            throw new IllegalStateException("a connection without a tenant could not be ended", failed);
        }
    }
}
