package io.janua.security;

import io.janua.problem.Problem;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * Looks at the credentials of the request at hand again. Whoever answers for longer than a moment asks, so that a token
 * that has expired, or a key that was revoked, ends the answer too.
 */
@ApplicationScoped
public class LastingAnswers {

    /** A key that nobody remembers is looked up in the database. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpAuthenticator authenticator;
    private final CurrentVertxRequest request;

    LastingAnswers(HttpAuthenticator authenticator, CurrentVertxRequest request) {
        this.authenticator = authenticator;
        this.request = request;
    }

    /** Whether the credentials are good by now, and permit the operation in the gallery. */
    public boolean stillPermitted(String operation, String gallery) {
        return stillPermitted(operation, galleries -> galleries == null || galleries.contains(gallery));
    }

    /** Whether the credentials are good by now, and permit the operation. The galleries of a credential never change. */
    public boolean stillPermitted(String operation) {
        return stillPermitted(operation, _ -> true);
    }

    private boolean stillPermitted(String operation, Predicate<List<String>> where) {
        try {
            SecurityIdentity identity = authenticator
                    .attemptAuthentication(request.getCurrent())
                    .await()
                    .atMost(PATIENCE);
            List<String> galleries = identity == null ? List.of() : identity.getAttribute(Caller.GALLERIES);
            return identity != null
                    && identity.checkPermissionBlocking(new StringPermission(operation))
                    && where.test(galleries);
        } catch (Problem | AuthenticationFailedException | AuthenticationCompletionException ended) {
            // Also when nobody could tell: whoever asks again learns why.
            return false;
        }
    }
}
