package io.janua.tenant;

import io.janua.security.Acting;
import io.janua.security.secrets.TenantSecrets;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Makes the secrets of tenants before anybody asks for them: in the middle of a request it takes a second connection. */
@ApplicationScoped
class TenantPreparation {

    private final TenantDirectory tenants;
    private final TenantSecrets secrets;

    TenantPreparation(TenantDirectory tenants, TenantSecrets secrets) {
        this.tenants = tenants;
        this.secrets = secrets;
    }

    void prepareAll(@Observes StartupEvent started) {
        tenants.all().forEach(this::prepare);
    }

    void prepare(String tenant) {
        new Acting(tenant, "system:start").run(() -> secrets.prepare(tenant));
    }
}
