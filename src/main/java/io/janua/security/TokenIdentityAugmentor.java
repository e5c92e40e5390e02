package io.janua.security;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Makes of a verified token what the rest of Janua knows: a tenant, operations and an actor. */
@ApplicationScoped
class TokenIdentityAugmentor implements SecurityIdentityAugmentor {

    static final String TENANT_CLAIM = "janua_tenant";

    private static final Pattern TENANT_ID = Pattern.compile(TenantIds.FORM);

    private final KnownTenants tenants;

    TokenIdentityAugmentor(KnownTenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        // An API key's identity is complete, and its principal is no token.
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        // A list of tenants, or anything else that is not one name, names none.
        if (!(token.getClaim(TENANT_CLAIM) instanceof String tenant)
                || !TENANT_ID.matcher(tenant).matches()) {
            return Uni.createFrom().failure(withoutTenant());
        }
        // What is remembered is answered on the calling thread, as in ApiKeyCache.
        return tenants.remembered(tenant)
                .map(known -> Uni.createFrom().item(() -> identity(identity, token, tenant, known)))
                .orElseGet(() -> context.runBlocking(() -> identity(identity, token, tenant, tenants.find(tenant))));
    }

    /**
     * Begins without the permissions that the extension made of the token's {@code scope}: what somebody may do follows
     * from their roles alone.
     */
    static SecurityIdentity identity(
            SecurityIdentity verified, JsonWebToken token, String tenant, KnownTenants.Known known) {
        if (!known.exists()) {
            throw withoutTenant();
        }
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addPermission(new StringPermission(Operations.ME))
                .addCredentials(verified.getCredentials())
                .addAttributes(verified.getAttributes())
                .addRoles(verified.getRoles())
                .addAttribute(Caller.TENANT, tenant)
                .addAttribute(Caller.ACTOR, "user:" + token.getSubject())
                .addAttribute(Caller.ACTOR_NAME, token.getName());
        if (known.requestsPerMinute() != null) {
            identity.addAttribute(Caller.TENANT_REQUESTS_PER_MINUTE, known.requestsPerMinute());
        }
        Roles.operations(verified.getRoles(), tenant)
                .forEach(operation -> identity.addPermission(new StringPermission(operation)));
        return identity.build();
    }

    private static AuthenticationFailedException withoutTenant() {
        return new AuthenticationFailedException(new Problem(
                ProblemCode.TOKEN_WITHOUT_TENANT,
                "The token's claim '%s' does not name a tenant of this service.".formatted(TENANT_CLAIM),
                "Authorization",
                "Ask an administrator to set the tenant of your account, then sign in again."));
    }
}
