package io.janua.problem;

import io.quarkus.oidc.OIDCException;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** Tells why a bearer token is refused, as far as its bearer may know. */
final class TokenRefusals {

    private TokenRefusals() {}

    static Problem of(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Problem problem -> {
                    return problem;
                }
                // The claims are looked at only when the signature is good: whoever learns this had a real token.
                case InvalidJwtException token -> {
                    return isExpiredOnly(token) ? Problems.tokenExpired() : Problems.tokenInvalid();
                }
                case IOException _, TimeoutException _, VertxException _, OIDCException _ -> {
                    return Problems.identityProviderUnavailable();
                }
                default -> {}
            }
        }
        return Problems.tokenInvalid();
    }

    private static boolean isExpiredOnly(InvalidJwtException token) {
        return token.hasExpired() && token.getErrorDetails().size() == 1;
    }
}
