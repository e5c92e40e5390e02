package io.janua.security;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Lets callers in as often as their limits allow, before anything is read of their bodies, and tells what is left. */
class RateLimitFilter {

    /** After {@link CredentialsFilter}, and before refusals are told: the higher goes first. */
    static final int PRIORITY = CredentialsFilter.PRIORITY - 1;

    private static final String DRAW = "janua.draw";

    private final RateLimits limits;
    private final CurrentCall call;

    RateLimitFilter(RateLimits limits, CurrentCall call) {
        this.limits = limits;
        this.call = call;
    }

    @ServerRequestFilter
    public void admit(ContainerRequestContext request) {
        call.identity().map(identity -> draw(request, identity)).ifPresent(draw -> {
            if (!draw.granted()) {
                throw refusal(draw);
            }
        });
    }

    @ServerResponseFilter(priority = PRIORITY)
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        drawn(request).or(() -> drawLate(request, response)).ifPresent(draw -> {
            var headers = response.getHeaders();
            headers.putSingle("RateLimit-Limit", draw.limit());
            headers.putSingle("RateLimit-Remaining", draw.remaining());
            headers.putSingle("RateLimit-Reset", draw.secondsUntilFull());
        });
    }

    /** A request without the permission is refused before it is admitted, and counts all the same. */
    private Optional<Draw> drawLate(ContainerRequestContext request, ContainerResponseContext response) {
        var draw = call.identity().map(identity -> draw(request, identity));
        draw.filter(drawn -> !drawn.granted()).ifPresent(drawn -> Refusal.replace(response, refusal(drawn)));
        return draw;
    }

    private Draw draw(ContainerRequestContext request, SecurityIdentity identity) {
        Draw draw = limits.request(identity);
        request.setProperty(DRAW, draw);
        return draw;
    }

    private static Optional<Draw> drawn(ContainerRequestContext request) {
        return Optional.ofNullable((Draw) request.getProperty(DRAW));
    }

    private static Problem refusal(Draw draw) {
        return new Problem(
                        ProblemCode.RATE_LIMITED,
                        "These credentials, or those of the tenant together, were used as often as they may be now.",
                        null,
                        "Send the request again after the seconds in Retry-After, and fewer of them.")
                .retryAfter(draw.untilNext());
    }
}
