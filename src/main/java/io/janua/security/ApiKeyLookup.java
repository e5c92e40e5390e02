package io.janua.security;

import io.janua.problem.Problem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.Map;

/** What the database says of a secret. */
sealed interface ApiKeyLookup {

    record Accepted(SecurityIdentity identity) implements ApiKeyLookup {}

    /** @param owner whose key it was, by the attributes of {@link Caller}; empty when no key has this secret */
    record Refused(Problem problem, Map<String, Object> owner) implements ApiKeyLookup {

        AuthenticationFailedException exception() {
            return new AuthenticationFailedException(problem, owner);
        }
    }

    /** @throws AuthenticationFailedException with the owner's attributes */
    default SecurityIdentity orRefuse() {
        return switch (this) {
            case Accepted(var identity) -> identity;
            case Refused refused -> throw refused.exception();
        };
    }
}
