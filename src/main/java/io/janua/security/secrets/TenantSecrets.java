package io.janua.security.secrets;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The secrets of tenants. Which ones exist is remembered for {@link #KNOWN_WITHIN}, what they hold for longer: it never
 * changes, and the master key may be a network away.
 */
@ApplicationScoped
public class TenantSecrets {

    /** As long as another instance may work with secrets as they were (application.properties, cache tenant-secrets). */
    public static final Duration KNOWN_WITHIN = Duration.ofSeconds(1);

    private final TenantSecretStore store;
    private final MasterKey masterKey;
    private final Cache known;
    private final Cache opened;

    TenantSecrets(
            TenantSecretStore store,
            MasterKey masterKey,
            @CacheName("tenant-secrets") Cache known,
            @CacheName("opened-secrets") Cache opened) {
        this.store = store;
        this.masterKey = masterKey;
        this.known = known;
        this.opened = opened;
    }

    private record Key(String tenant, Purpose purpose) {}

    /**
     * All that are in force, newest first; makes the first one when there is none. Needs the tenant's own context.
     *
     * <p>Nobody waits here for what another thread loads: callers hold a connection, and the other one might wait for a
     * connection.
     */
    public List<TenantSecret> inForce(String tenant, Purpose purpose) {
        Key key = new Key(tenant, purpose);
        var remembered = known.as(CaffeineCache.class).<List<TenantSecret>>getIfPresent(key);
        if (remembered != null && remembered.isDone()) {
            return remembered.join();
        }
        var loaded = load(tenant, purpose);
        known.as(CaffeineCache.class).put(key, CompletableFuture.completedFuture(loaded));
        return loaded;
    }

    /** Makes what the tenant will need, while nobody holds a connection yet. Needs the tenant's own context. */
    public void prepare(String tenant) {
        for (Purpose purpose : Purpose.values()) {
            inForce(tenant, purpose);
        }
    }

    /** One that is in force, by its id, which stands in the row that it protects. Another instance may have just made it. */
    public TenantSecret inForce(String tenant, Purpose purpose, int id) {
        return find(tenant, purpose, id)
                .or(() -> {
                    forget(tenant, purpose);
                    return find(tenant, purpose, id);
                })
                .orElseThrow(() -> new IllegalStateException("the secret %d is not in force".formatted(id)));
    }

    public TenantSecret newest(String tenant, Purpose purpose) {
        return inForce(tenant, purpose).getFirst();
    }

    /** The newest that every instance knows by now: what it protects is found by all of them. */
    public TenantSecret newestKnownEverywhere(String tenant, Purpose purpose) {
        Instant before = Instant.now().minus(KNOWN_WITHIN.multipliedBy(3));
        var inForce = inForce(tenant, purpose);
        return inForce.stream()
                .filter(secret -> secret.createdAt().isBefore(before))
                .findFirst()
                .orElseGet(inForce::getLast);
    }

    /**
     * The secret in the clear.
     *
     * @throws Problem {@code master_key_unavailable}
     * @throws MasterKeyWrong when another master key wrapped it
     */
    public byte[] open(TenantSecret secret) {
        return opened.get(secret.id(), id -> unwrap(secret)).await().indefinitely();
    }

    /** Makes the next generation, which is in force with the caller's transaction. */
    public TenantSecret renew(String tenant, Purpose purpose) {
        int generation = newest(tenant, purpose).generation() + 1;
        create(tenant, purpose, generation);
        forget(tenant, purpose);
        return store.all(tenant, purpose).getFirst();
    }

    /** @throws IllegalStateException while a row is still protected by it */
    public void retire(TenantSecret secret) {
        store.delete(secret);
        forget(secret.tenant(), secret.purpose());
        opened.invalidate(secret.id()).await().indefinitely();
    }

    /** For whoever meets a secret that another instance has just made. */
    public void forget(String tenant, Purpose purpose) {
        known.invalidate(new Key(tenant, purpose)).await().indefinitely();
    }

    private Optional<TenantSecret> find(String tenant, Purpose purpose, int id) {
        return inForce(tenant, purpose).stream()
                .filter(secret -> secret.id() == id)
                .findFirst();
    }

    private List<TenantSecret> load(String tenant, Purpose purpose) {
        var found = store.all(tenant, purpose);
        if (!found.isEmpty()) {
            return found;
        }
        // Apart from the caller's transaction: what is remembered must not be rolled back with it.
        QuarkusTransaction.requiringNew().run(() -> create(tenant, purpose, 1));
        return store.all(tenant, purpose);
    }

    private void create(String tenant, Purpose purpose, int generation) {
        var fresh = purpose.generate();
        byte[] wrapped;
        try {
            wrapped = masterKey.wrap(fresh.secret(), context(tenant, purpose, generation));
        } catch (MasterKeyUnavailable unavailable) {
            throw unavailable();
        }
        store.insert(tenant, purpose, generation, masterKey.id(), wrapped, fresh.publicKey());
    }

    private byte[] unwrap(TenantSecret secret) {
        try {
            return masterKey.unwrap(secret.wrapped(), context(secret.tenant(), secret.purpose(), secret.generation()));
        } catch (MasterKeyUnavailable unavailable) {
            throw unavailable();
        }
    }

    private static byte[] context(String tenant, Purpose purpose, int generation) {
        return TenantSecret.context(tenant, purpose, generation).getBytes(StandardCharsets.UTF_8);
    }

    private static Problem unavailable() {
        return new Problem(
                ProblemCode.MASTER_KEY_UNAVAILABLE,
                "The keeper of the master key does not answer, so nothing can be opened or sealed.",
                null,
                "Try again in a moment; ask the operator if it stays.");
    }
}
