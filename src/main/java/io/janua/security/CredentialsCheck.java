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
import java.util.stream.Stream;

/** Looks at credentials before the mechanisms that know them, and refuses what none of them should have to judge. */
@ApplicationScoped
class CredentialsCheck implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Bearer ";

    /** A signed token (RFC 7515 section 7.1); the extension stumbles over some that are none. */
    private static final Pattern TOKEN = Pattern.compile("[\\w-]++\\.[\\w-]++\\.[\\w-]++");

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        var headers = context.request().headers();
        String credentials = headers.get(HttpHeaders.AUTHORIZATION);
        boolean token = credentials != null && credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        if (Stream.of(token, headers.contains(ApiKeyMechanism.HEADER), headers.contains(InvitationMechanism.HEADER))
                        .filter(Boolean::booleanValue)
                        .count()
                > 1) {
            return refused(ambiguous());
        }
        if (!token) {
            return Uni.createFrom().nullItem();
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
                "The request has more than one of API key, bearer token and invitation, which may belong to different callers.",
                HttpHeaders.AUTHORIZATION,
                "Send one of them.");
    }
}
