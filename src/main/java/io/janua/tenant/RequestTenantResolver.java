package io.janua.tenant;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.RequestScoped;

/** Gives Hibernate the tenant by which it filters every entity. */
@PersistenceUnitExtension
@RequestScoped
class RequestTenantResolver implements TenantResolver {

    private final CurrentTenant tenant;

    RequestTenantResolver(CurrentTenant tenant) {
        this.tenant = tenant;
    }

    @Override
    public String getDefaultTenantId() {
        throw new IllegalStateException("there is no default tenant");
    }

    @Override
    public String resolveTenantId() {
        return tenant.id();
    }
}
