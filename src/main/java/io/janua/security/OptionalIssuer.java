package io.janua.security;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets the service run without an identity provider. OpenID Connect insists on an issuer, unless there is a bean that
 * might name one: this one never does, so where no issuer is configured, tokens are simply not taken.
 */
@ApplicationScoped
class OptionalIssuer implements TenantConfigResolver {

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> blocking) {
        return Uni.createFrom().nullItem();
    }
}
