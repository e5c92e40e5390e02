package io.janua.ops;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Names every request before anybody can refuse it, for metrics and traces: a path holds the ids of people. Requests that
 * come to an endpoint are named after its route there.
 */
@ApplicationScoped
public class RouteNames {

    /** Where metrics and traces look for the name. */
    public static final String ROUTE = "UrlPathTemplate";

    public static final String NO_ENDPOINT = "/-";

    private static final int FIRST_OF_ALL = 1200;

    void register(@Observes Filters filters) {
        filters.register(RouteNames::name, FIRST_OF_ALL);
    }

    private static void name(RoutingContext context) {
        Vertx.currentContext().putLocal(ROUTE, NO_ENDPOINT);
        context.next();
    }
}
