package io.janua.tenant;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** The tenant on whose behalf the request at hand works. It comes with the caller's credentials, never from the URL. */
@RequestScoped
public class CurrentTenant {

    /** The attribute of the security identity that names the tenant. */
    public static final String ATTRIBUTE = "janua.tenant";

    private final SecurityIdentity identity;

    CurrentTenant(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @throws IllegalStateException when nobody is authenticated: without a tenant there is no data to see */
    public String id() {
        String tenant = identity.getAttribute(ATTRIBUTE);
        if (tenant == null) {
            throw new IllegalStateException("no tenant: the request is not authenticated");
        }
        return tenant;
    }
}
