package io.janua.security;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.ProblemView;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.EnumSet;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Counts wrong credentials by address, so that they do not fill the log. The database still looks each wrong key up, once
 * and by an index: nothing else tells it from a right one.
 */
class CredentialsFilter {

    /** Before everything else that looks at answers. */
    static final int PRIORITY = Priorities.USER + 1000;

    private static final Set<ProblemCode> WRONG = EnumSet.of(
            ProblemCode.API_KEY_UNKNOWN,
            ProblemCode.API_KEY_REVOKED,
            ProblemCode.API_KEY_EXPIRED,
            ProblemCode.API_KEY_CERTIFICATE_REQUIRED,
            ProblemCode.INVITATION_UNKNOWN,
            ProblemCode.INVITATION_USED,
            ProblemCode.INVITATION_EXPIRED,
            ProblemCode.INVITATION_REVOKED,
            ProblemCode.TOKEN_INVALID,
            ProblemCode.TOKEN_EXPIRED,
            ProblemCode.TOKEN_WITHOUT_TENANT,
            ProblemCode.CREDENTIALS_AMBIGUOUS);

    private final RateLimits limits;
    private final CurrentCall call;

    CredentialsFilter(RateLimits limits, CurrentCall call) {
        this.limits = limits;
        this.call = call;
    }

    @ServerResponseFilter(priority = PRIORITY)
    public void count(ContainerResponseContext response) {
        if (response.getEntity() instanceof ProblemView problem && WRONG.contains(problem.code())) {
            call.address()
                    .map(limits::failure)
                    .filter(draw -> !draw.granted())
                    .ifPresent(draw -> Refusal.replace(response, tooManyFailures(draw)));
        }
    }

    private static Problem tooManyFailures(Draw draw) {
        return new Problem(
                        ProblemCode.TOO_MANY_FAILURES,
                        "Too many requests with wrong credentials came from this address.",
                        null,
                        "Correct the credentials: with good ones the next request passes at once.")
                .retryAfter(draw.untilNext());
    }
}
