package io.janua.security;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.quarkus.arc.Arc;
import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who asks, for which tenant, and which galleries they may touch. */
@RequestScoped
public class Caller {

    /** Attributes of a security identity. */
    public static final String TENANT = "janua.tenant";

    static final String ACTOR = "janua.actor";
    static final String ACTOR_NAME = "janua.actor-name";
    static final String EXPIRES_AT = "janua.expires-at";

    /** A {@link CertificateThumbprint}; absent where the key is bound to none. */
    static final String CERTIFICATE = "janua.certificate";

    static final String GALLERIES = "janua.galleries";

    static final String INVITEE = "janua.invitee";
    /** Absent for the service's default. */
    static final String REQUESTS_PER_MINUTE = "janua.requests-per-minute";

    /** Of all callers of the tenant together; absent for the service's default. */
    static final String TENANT_REQUESTS_PER_MINUTE = "janua.tenant-requests-per-minute";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The tenant on whose behalf the thread at hand works; empty when nobody is known. */
    public static Optional<String> currentTenant() {
        var acting = Acting.current();
        if (acting.isPresent() || !Arc.container().requestContext().isActive()) {
            return acting.map(Acting::tenant);
        }
        return Arc.container().instance(Caller.class).get().tenant();
    }

    /** Empty when nobody is authenticated. */
    Optional<String> tenant() {
        return attribute(TENANT);
    }

    /** Who acts, as the audit log names them: {@code api-key:<id>}, {@code user:<id>} or {@code system:<job>}. */
    public String actor() {
        return Acting.current().map(Acting::actor).or(() -> attribute(ACTOR)).orElse(Acting.NOBODY.actor());
    }

    /** A name for people to read; empty where the credential has none. */
    public Optional<String> actorName() {
        return attribute(ACTOR_NAME);
    }

    public boolean mayUse(String gallery) {
        return galleries().map(allowed -> allowed.contains(gallery)).orElse(true);
    }

    public boolean mayDo(String operation) {
        return identity.checkPermissionBlocking(new StringPermission(operation));
    }

    /** Everything that is permitted, in alphabetical order. */
    public List<String> operations() {
        return Operations.ALL.stream().filter(this::mayDo).sorted().toList();
    }

    /** When the caller's own credential ends; empty when it does not. */
    Optional<Instant> expiresAt() {
        return attribute(EXPIRES_AT);
    }

    /** The only galleries that are permitted; empty when all are. */
    public Optional<List<String>> galleries() {
        return attribute(GALLERIES);
    }

    /** Whom the invitation names that the request came with; empty for everybody else. */
    public Optional<Invitee> invitee() {
        return attribute(INVITEE);
    }

    /**
     * For what concerns more than some galleries.
     *
     * @throws Problem {@code gallery_not_permitted}
     */
    public void refuseIfLimited(String detail, String remedy) {
        if (galleries().isPresent()) {
            throw new Problem(ProblemCode.GALLERY_NOT_PERMITTED, detail, null, remedy);
        }
    }

    /** Of the request's own credentials; they mean nothing while a job acts. */
    private <T> Optional<T> attribute(String name) {
        return Acting.current().isPresent() ? Optional.empty() : Optional.ofNullable(identity.getAttribute(name));
    }
}
