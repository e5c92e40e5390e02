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
import java.util.Optional;
import java.util.Set;

/** Takes the key from the request's header. */
@ApplicationScoped
class ApiKeyMechanism implements HttpAuthenticationMechanism {

    static final String HEADER = "X-API-Key";

    private static final int UNAUTHORIZED = 401;
    private static final int MAX_SECRET_CHARACTERS = 128;

    private final ClientCertificates certificates;

    ApiKeyMechanism(ClientCertificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        String secret = context.request().getHeader(HEADER);
        if (secret == null || secret.isBlank()) {
            return Uni.createFrom().nullItem();
        }
        if (secret.length() > MAX_SECRET_CHARACTERS) {
            return Uni.createFrom().failure(ApiKeyAuthenticator.unknown().exception());
        }
        return providers.authenticate(new ApiKeyRequest(
                new ApiKeySecret(secret), certificates.of(context.request()), DoorKeys.asks(context)));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, "WWW-Authenticate", "ApiKey"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(ApiKeyRequest.class);
    }

    /** Asks the identity providers who a secret belongs to. */
    static final class ApiKeyRequest extends BaseAuthenticationRequest {

        private final ApiKeySecret secret;
        private final Optional<CertificateThumbprint> certificate;
        private final boolean atADoor;

        /**
         * @param certificate that came with it
         * @param atADoor whether the request asks for a decision at an access point
         */
        ApiKeyRequest(ApiKeySecret secret, Optional<CertificateThumbprint> certificate, boolean atADoor) {
            this.secret = secret;
            this.certificate = certificate;
            this.atADoor = atADoor;
        }

        ApiKeySecret secret() {
            return secret;
        }

        Optional<CertificateThumbprint> certificate() {
            return certificate;
        }

        boolean atADoor() {
            return atADoor;
        }
    }
}
