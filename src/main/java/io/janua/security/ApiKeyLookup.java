package io.janua.security;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.Map;
import java.util.Optional;

/** What the database says of a secret. */
sealed interface ApiKeyLookup {

    record Accepted(SecurityIdentity identity) implements ApiKeyLookup {}

    /** @param owner whose key it was, by the attributes of {@link Caller}; empty when no key has this secret */
    record Refused(Problem problem, Map<String, Object> owner) implements ApiKeyLookup {

        AuthenticationFailedException exception() {
            return new AuthenticationFailedException(problem, owner);
        }
    }

    /**
     * @param shown the certificate that the request came with
     * @throws AuthenticationFailedException with the owner's attributes
     */
    default SecurityIdentity orRefuse(Optional<CertificateThumbprint> shown) {
        return switch (this) {
            case Accepted(var identity)
            when isBoundElsewhere(identity, shown) ->
                throw withoutItsCertificate(identity, shown).exception();
            case Accepted(var identity) -> identity;
            case Refused refused -> throw refused.exception();
        };
    }

    private static boolean isBoundElsewhere(SecurityIdentity identity, Optional<CertificateThumbprint> shown) {
        CertificateThumbprint bound = identity.getAttribute(Caller.CERTIFICATE);
        return bound != null && !shown.equals(Optional.of(bound));
    }

    /** It tells the owner, whose key somebody else may have. */
    private static Refused withoutItsCertificate(SecurityIdentity identity, Optional<CertificateThumbprint> shown) {
        return new Refused(
                new Problem(
                        ProblemCode.API_KEY_CERTIFICATE_REQUIRED,
                        shown.isPresent()
                                ? "The API key is bound to another certificate than the one that came with it."
                                : "The API key is bound to a certificate, and the request came without one.",
                        ApiKeyMechanism.HEADER,
                        "Connect over TLS with the certificate of the device that the key was made for."),
                Map.of(
                        Caller.TENANT, identity.getAttribute(Caller.TENANT),
                        Caller.ACTOR, identity.getAttribute(Caller.ACTOR)));
    }
}
