package io.janua.security;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.Problems;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at credentials before the mechanisms that know them, and refuses what none of them should have to judge. */
@ApplicationScoped
class CredentialsCheck implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Bearer ";

    /** A signed token (RFC 7515 section 7.1); the extension stumbles over some that are none. */
    private static final Pattern TOKEN = Pattern.compile("[\\w-]++\\.[\\w-]++\\.[\\w-]++");

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        String credentials = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (credentials == null || !credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Uni.createFrom().nullItem();
        }
        if (context.request().headers().contains(ApiKeyMechanism.HEADER)) {
            return refused(ambiguous());
        }
        return TOKEN.matcher(credentials.substring(SCHEME.length())).matches()
                ? Uni.createFrom().nullItem()
                : refused(Problems.tokenInvalid());
    }

    /** Before all others. */
    @Override
    public int getPriority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    private static Uni<SecurityIdentity> refused(Problem problem) {
        return Uni.createFrom().failure(new AuthenticationFailedException(problem));
    }

    private static Problem ambiguous() {
        return new Problem(
                ProblemCode.CREDENTIALS_AMBIGUOUS,
                "The request has an API key and a bearer token, which may belong to different callers.",
                HttpHeaders.AUTHORIZATION,
                "Send one of the two.");
    }
}
