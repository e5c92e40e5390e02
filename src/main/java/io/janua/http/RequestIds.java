package io.janua.http;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** Gives each request the name under which it appears in its answer and in the audit log: the caller's, or a new one. */
@ApplicationScoped
public class RequestIds {

    private static final String HEADER = "X-Request-Id";
    /** In each line of the log that comes of the request. */
    private static final String LOGGED_AS = "requestId";

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final int BEFORE_ANYBODY_REFUSES = 1100;

    private final CurrentVertxRequest request;

    RequestIds(CurrentVertxRequest request) {
        this.request = request;
    }

    void register(@Observes Filters filters) {
        filters.register(RequestIds::name, BEFORE_ANYBODY_REFUSES);
    }

    /** Empty outside of a request. */
    public Optional<String> current() {
        return Arc.container().requestContext().isActive()
                ? Optional.ofNullable(request.getCurrent()).map(context -> context.get(HEADER))
                : Optional.empty();
    }

    private static void name(RoutingContext context) {
        String id = Optional.ofNullable(context.request().getHeader(HEADER))
                .filter(given -> WELL_FORMED.matcher(given).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
        context.put(HEADER, id);
        context.response().putHeader(HEADER, id);
        MDC.put(LOGGED_AS, id);
        context.next();
    }
}
