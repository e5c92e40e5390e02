package io.janua.security;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Takes an invitation's secret from the request's header. */
@ApplicationScoped
class InvitationMechanism implements HttpAuthenticationMechanism {

    static final String HEADER = "X-Invitation";

    private static final int MAX_SECRET_CHARACTERS = 128;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        String secret = context.request().getHeader(HEADER);
        if (secret == null) {
            return Uni.createFrom().nullItem();
        }
        if (secret.isBlank() || secret.length() > MAX_SECRET_CHARACTERS) {
            return Uni.createFrom().failure(InvitationAuthenticator.unknown());
        }
        return providers.authenticate(new InvitationRequest(new InvitationSecret(secret)));
    }

    /** None of its own: where nothing was sent, the API keys' mechanism answers. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(InvitationRequest.class);
    }

    /** Asks whose invitation a secret is. */
    static final class InvitationRequest extends BaseAuthenticationRequest {

        private final InvitationSecret secret;

        InvitationRequest(InvitationSecret secret) {
            this.secret = secret;
        }

        InvitationSecret secret() {
            return secret;
        }
    }
}
