package io.janua.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ApiKeyIdentityProvider implements IdentityProvider<ApiKeyMechanism.ApiKeyRequest> {

    private final ApiKeyCache keys;

    ApiKeyIdentityProvider(ApiKeyCache keys) {
        this.keys = keys;
    }

    @Override
    public Class<ApiKeyMechanism.ApiKeyRequest> getRequestType() {
        return ApiKeyMechanism.ApiKeyRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            ApiKeyMechanism.ApiKeyRequest request, AuthenticationRequestContext context) {
        return keys.authenticate(request, context);
    }
}
