package io.janua.security;

import io.janua.database.Sql;
import io.janua.instance.Beat;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    /** What another instance revokes is forgotten here after this, whether or not the key comes here again. */
    private static final Duration LOOK_UP = Duration.ofSeconds(5);

    private static final String ENDED = "SELECT ended_api_keys(?, ?)";

    private static final byte[] NO_BYTES = {};

    private final Cache lastGood;
    private final Sql sql;
    private Instant nextLook = Instant.MIN;

    DoorKeys(@CacheName("door-keys") Cache lastGood, Sql sql) {
        this.lastGood = lastGood;
        this.sql = sql;
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
        return known(secret)
                .filter(identity -> Optional.<Instant>ofNullable(identity.getAttribute(Caller.EXPIRES_AT))
                        .map(end -> end.isAfter(Instant.now()))
                        .orElse(true))
                .map(ApiKeyLookup.Accepted::new);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ApiKeyChanged changed) {
        lastGood.invalidateAll().await().indefinitely();
    }

    /** While nobody asks with it, nothing else would tell that a key has ended, or been bound to another certificate. */
    void forgetEnded(@Observes Beat beat) {
        var cache = lastGood.as(CaffeineCache.class);
        if (cache.keySet().isEmpty() || Instant.now().isBefore(nextLook)) {
            return;
        }
        nextLook = Instant.now().plus(LOOK_UP);
        List<SecretHash> secrets =
                cache.keySet().stream().map(SecretHash.class::cast).toList();
        byte[][] hashes = secrets.stream().map(SecretHash::bytes).toArray(byte[][]::new);
        byte[][] certificates = secrets.stream().map(this::certificate).toArray(byte[][]::new);
        sql.query(ENDED, row -> row.getBytes(1), new Sql.Array("bytea", hashes), new Sql.Array("bytea", certificates))
                .forEach(
                        ended -> cache.invalidate(new SecretHash(ended)).await().indefinitely());
    }

    /** Empty where it needs none. */
    private byte[] certificate(SecretHash secret) {
        return known(secret)
                .map(identity -> identity.<CertificateThumbprint>getAttribute(Caller.CERTIFICATE))
                .map(CertificateThumbprint::sha256)
                .orElse(NO_BYTES);
    }

    private Optional<SecurityIdentity> known(SecretHash secret) {
        var known = lastGood.as(CaffeineCache.class).<SecurityIdentity>getIfPresent(secret);
        return Optional.ofNullable(known).map(CompletableFuture::join);
    }

    private static SecurityIdentity onlyForDoors(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addAttributes(identity.getAttributes())
                .addPermission(new StringPermission(Operations.ACCESS_DECIDE))
                .build();
    }
}
