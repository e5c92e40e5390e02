package io.janua.security.secrets;

import io.janua.database.Sql;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/**
 * Refuses to serve with a master key that does not open what the database holds, rather than failing at each request;
 * and before any job makes a secret with it.
 */
@ApplicationScoped
class MasterKeyCheck {

    private static final String OTHER_KEYS = "SELECT master_key FROM other_master_keys(?)";

    private final Sql sql;
    private final MasterKey masterKey;

    MasterKeyCheck(Sql sql, MasterKey masterKey) {
        this.sql = sql;
        this.masterKey = masterKey;
    }

    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started) {
        sql.query(OTHER_KEYS, row -> row.getString("master_key"), masterKey.id()).stream()
                .findFirst()
                .ifPresent(other -> {
                    throw new IllegalStateException(
                            "the secrets in this database were wrapped by the master key %s, and this one is %s: set the right one"
                                    .formatted(other, masterKey.id()));
                });
    }
}
