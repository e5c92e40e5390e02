package io.janua.security.secrets;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;

/** Refuses to serve with a master key that does not open what the database holds, rather than failing at each request. */
@ApplicationScoped
class MasterKeyCheck {

    private static final String OTHER_KEYS = "SELECT master_key FROM other_master_keys(?)";

    private final AgroalDataSource database;
    private final MasterKey masterKey;

    MasterKeyCheck(AgroalDataSource database, MasterKey masterKey) {
        this.database = database;
        this.masterKey = masterKey;
    }

    void check(@Observes StartupEvent started) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(OTHER_KEYS)) {
            query.setString(1, masterKey.id());
            try (var row = query.executeQuery()) {
                if (row.next()) {
                    throw new IllegalStateException(
                            "the secrets in this database were wrapped by the master key %s, and this one is %s: set the right one"
                                    .formatted(row.getString(1), masterKey.id()));
                }
            }
        }
    }
}
