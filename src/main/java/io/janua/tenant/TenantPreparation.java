package io.janua.tenant;

import io.janua.database.Sql;
import io.janua.security.Acting;
import io.janua.security.secrets.TenantSecrets;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Makes the secrets of tenants before anybody asks for them: in the middle of a request it takes a second connection. */
@ApplicationScoped
class TenantPreparation {

    private static final String ALL_TENANTS = "SELECT all_tenants()";

    private final Sql sql;
    private final TenantSecrets secrets;

    TenantPreparation(Sql sql, TenantSecrets secrets) {
        this.sql = sql;
        this.secrets = secrets;
    }

    void prepareAll(@Observes StartupEvent started) {
        sql.query(ALL_TENANTS, row -> row.getString(1)).forEach(this::prepare);
    }

    void prepare(String tenant) {
        new Acting(tenant, "system:start").run(() -> secrets.prepare(tenant));
    }
}
