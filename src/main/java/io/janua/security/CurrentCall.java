package io.janua.security;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What is known of the request at hand by now. It asks nobody: filters may not wait. */
@ApplicationScoped
class CurrentCall {

    private static final String TOLD = "janua.told";

    private final CurrentVertxRequest request;

    CurrentCall(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Empty before credentials were looked at, and when they were not good. */
    Optional<SecurityIdentity> identity() {
        return routing()
                .map(RoutingContext::user)
                .filter(QuarkusHttpUser.class::isInstance)
                .map(user -> ((QuarkusHttpUser) user).getSecurityIdentity())
                .filter(identity -> !identity.isAnonymous());
    }

    /** Of the TCP peer, or of the client that a trusted proxy names (quarkus.http.proxy). */
    Optional<String> address() {
        return routing().map(context -> context.request().remoteAddress()).map(peer -> peer.hostAddress());
    }

    /** Notes what the audit log says of this request. */
    void told(String outcome) {
        routing().ifPresent(context -> context.put(TOLD, outcome));
    }

    boolean wasTold(String outcome) {
        return routing().filter(context -> outcome.equals(context.get(TOLD))).isPresent();
    }

    private Optional<RoutingContext> routing() {
        return Arc.container().requestContext().isActive()
                ? Optional.ofNullable(request.getCurrent())
                : Optional.empty();
    }
}
