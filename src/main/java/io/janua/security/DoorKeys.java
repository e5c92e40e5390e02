package io.janua.security;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * Keys that may ask at doors, as this instance last found them good, for a day (application.properties). While the
 * database does not answer, they are good for that and for nothing else: a door that is to open when the service fails
 * must still tell its device from a passer-by.
 */
@ApplicationScoped
class DoorKeys {

    private static final Pattern A_DOOR = Pattern.compile("/v1/access/points/[^/]+/decisions/?");

    private final Cache lastGood;

    DoorKeys(@CacheName("door-keys") Cache lastGood) {
        this.lastGood = lastGood;
    }

    static boolean asks(RoutingContext request) {
        return request.request().method() == HttpMethod.POST
                && A_DOOR.matcher(request.normalizedPath()).matches();
    }

    /** What the database has just said. */
    void note(SecretHash secret, ApiKeyLookup found) {
        var cache = lastGood.as(CaffeineCache.class);
        switch (found) {
            case ApiKeyLookup.Accepted(SecurityIdentity identity) -> {
                if (identity.checkPermissionBlocking(new StringPermission(Operations.ACCESS_DECIDE))) {
                    cache.put(secret, CompletableFuture.completedFuture(onlyForDoors(identity)));
                }
            }
            case ApiKeyLookup.Refused _ -> cache.invalidate(secret).await().indefinitely();
        }
    }

    Optional<ApiKeyLookup> lastGood(SecretHash secret) {
        var known = lastGood.as(CaffeineCache.class).<SecurityIdentity>getIfPresent(secret);
        return Optional.ofNullable(known)
                .map(CompletableFuture::join)
                .filter(identity -> Optional.<Instant>ofNullable(identity.getAttribute(Caller.EXPIRES_AT))
                        .map(end -> end.isAfter(Instant.now()))
                        .orElse(true))
                .map(ApiKeyLookup.Accepted::new);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ApiKeyChanged changed) {
        lastGood.invalidateAll().await().indefinitely();
    }

    private static SecurityIdentity onlyForDoors(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addAttributes(identity.getAttributes())
                .addPermission(new StringPermission(Operations.ACCESS_DECIDE))
                .build();
    }
}
