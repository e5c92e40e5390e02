package io.janua.security;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Keeps pages of others away from those of this service, and its answers out of caches: nearly every answer of the API is
 * about people, and a browser's cache outlives the session.
 */
@ApplicationScoped
class BrowserIsolation {

    private static final int BEFORE_EVERYTHING_ELSE = 2000;

    private static final CharSequence OPENER = HttpHeaders.createOptimized("Cross-Origin-Opener-Policy");
    private static final CharSequence RESOURCE = HttpHeaders.createOptimized("Cross-Origin-Resource-Policy");
    private static final CharSequence SAME_ORIGIN = HttpHeaders.createOptimized("same-origin");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");

    /** The console opens the identity provider's page when somebody has to sign in again. */
    private static final CharSequence WITH_POPUPS = HttpHeaders.createOptimized("same-origin-allow-popups");

    /** Comes back from there, and has to reach who opened it. */
    private static final String SIGNED_IN = "/signed-in.html";

    private static final String API = "/v1/";

    void register(@Observes Filters filters) {
        filters.register(BrowserIsolation::tell, BEFORE_EVERYTHING_ELSE);
    }

    private static void tell(RoutingContext context) {
        String path = context.normalizedPath();
        var headers = context.response().headers();
        headers.set(RESOURCE, SAME_ORIGIN);
        if (!path.equals(SIGNED_IN)) {
            headers.set(OPENER, WITH_POPUPS);
        }
        if (path.startsWith(API)) {
            context.addHeadersEndHandler(ended -> {
                if (!context.response().headers().contains(HttpHeaders.CACHE_CONTROL)) {
                    context.response().putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
                }
            });
        }
        context.next();
    }
}
