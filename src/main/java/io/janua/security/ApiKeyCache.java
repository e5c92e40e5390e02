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
import java.util.Optional;

/**
 * What secrets were found to be, for a second (application.properties): every request has a key, and few keys make most
 * requests. Refusals are remembered too, for the device that knocks with a revoked key without end; a secret that is
 * unknown now cannot become good within that second, since new ones are drawn at random.
 */
@ApplicationScoped
class ApiKeyCache {

    private final Cache lookups;
    private final ApiKeyAuthenticator keys;
    private final DoorKeys doorKeys;

    ApiKeyCache(@CacheName("api-keys") Cache lookups, ApiKeyAuthenticator keys, DoorKeys doorKeys) {
        this.lookups = lookups;
        this.keys = keys;
        this.doorKeys = doorKeys;
    }

    /** What is remembered is answered on the calling thread: a change of threads costs more than the rest of it. */
    Uni<SecurityIdentity> authenticate(ApiKeyMechanism.ApiKeyRequest request, AuthenticationRequestContext context) {
        SecretHash hash = SecretHash.of(request.secret());
        var remembered = lookups.as(CaffeineCache.class).<ApiKeyLookup>getIfPresent(hash);
        return remembered == null
                ? context.runBlocking(() -> load(hash, request.atADoor()).orRefuse(request.certificate()))
                : Uni.createFrom().completionStage(remembered).map(known -> known.orRefuse(request.certificate()));
    }

    /** @param atADoor whether it is asked who may pass there */
    private ApiKeyLookup load(SecretHash secret, boolean atADoor) {
        try {
            ApiKeyLookup found = lookups.get(secret, keys::lookUp).await().indefinitely();
            doorKeys.note(secret, found);
            return found;
        } catch (RuntimeException unavailable) {
            return (atADoor ? doorKeys.lastGood(secret) : Optional.<ApiKeyLookup>empty())
                    .orElseThrow(() -> unavailable);
        }
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ApiKeyChanged changed) {
        lookups.invalidateAll().await().indefinitely();
    }
}
