package io.janua.security;

import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who asks, and which galleries they may touch. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public boolean mayUse(String gallery) {
        return galleries().map(allowed -> allowed.contains(gallery)).orElse(true);
    }

    public boolean mayDo(String operation) {
        return identity.checkPermissionBlocking(new StringPermission(operation));
    }

    /** When the caller's own credential ends; empty when it does not. */
    Optional<Instant> expiresAt() {
        return Optional.ofNullable(identity.getAttribute(ApiKeyAuthenticator.EXPIRES_AT));
    }

    /** The only galleries that are permitted; empty when all are. */
    public Optional<List<String>> galleries() {
        return Optional.ofNullable(identity.getAttribute(ApiKeyAuthenticator.GALLERIES));
    }
}
