package io.janua.tenant;

import io.janua.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** The tenant on whose behalf work is done. It comes with the caller's credentials, never from the URL. */
@ApplicationScoped
public class CurrentTenant {

    /** @throws IllegalStateException when nobody is authenticated: without a tenant there is no data to see */
    public String id() {
        return Caller.currentTenant()
                .filter(tenant -> !tenant.isEmpty())
                .orElseThrow(() -> new IllegalStateException("no tenant: nobody is authenticated"));
    }
}
