package io.janua.security;

import io.janua.problem.Problem;
import io.janua.problem.Problems;
import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Every call to the identity provider ends in time, and what UserInfo says of a verified token is told apart: whether
 * its session has ended, or whether nobody could tell.
 */
final class IdentityProviderCalls {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private IdentityProviderCalls() {}

    @ApplicationScoped
    @Unremovable
    static class Limits implements OidcRequestFilter {

        @Override
        public Uni<Void> filter(OidcRequestFilterContext call) {
            call.request().timeout(TIMEOUT.toMillis());
            return Uni.createFrom().voidItem();
        }
    }

    @ApplicationScoped
    @Unremovable
    @OidcEndpoint(OidcEndpoint.Type.USERINFO)
    static class Answers implements OidcResponseFilter {

        @Override
        public Uni<Void> filter(OidcResponseFilterContext answer) {
            return switch (answer.statusCode()) {
                case 200 -> Uni.createFrom().voidItem();
                case 401, 403 -> refused(Problems.tokenInvalid());
                default -> refused(Problems.identityProviderUnavailable());
            };
        }

        private static Uni<Void> refused(Problem problem) {
            return Uni.createFrom().failure(problem);
        }
    }
}
