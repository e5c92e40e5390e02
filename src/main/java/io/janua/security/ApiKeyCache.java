package io.janua.security;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/**
 * Identities by secret, for a second (application.properties): every request has a key, and few keys make most requests.
 * Refusals are not remembered.
 */
@ApplicationScoped
class ApiKeyCache {

    private final Cache identities;
    private final ApiKeyAuthenticator keys;

    ApiKeyCache(@CacheName("api-keys") Cache identities, ApiKeyAuthenticator keys) {
        this.identities = identities;
        this.keys = keys;
    }

    /** What is remembered is answered on the calling thread: a change of threads costs more than the rest of it. */
    Uni<SecurityIdentity> authenticate(ApiKeySecret secret, AuthenticationRequestContext context) {
        var remembered = identities.as(CaffeineCache.class).<SecurityIdentity>getIfPresent(secret);
        return remembered == null
                ? context.runBlocking(() -> load(secret))
                : Uni.createFrom().completionStage(remembered);
    }

    private SecurityIdentity load(ApiKeySecret secret) {
        return identities.get(secret, keys::authenticate).await().indefinitely();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ApiKeyRevoked revoked) {
        identities.invalidateAll().await().indefinitely();
    }
}
