package io.janua.security;

import io.janua.event.Happening;
import io.janua.problem.Problem;
import io.janua.problem.ProblemAnswered;
import io.janua.problem.ProblemCode;
import io.janua.problem.ProblemView;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells others who was turned away, in the words of the answer, however early it was decided. */
@ApplicationScoped
class RefusalsFilter {

    /** When it is settled what the answer is. */
    static final int PRIORITY = RateLimitFilter.PRIORITY - 1;

    private static final Set<Integer> NOT_FOR_THEM = Set.of(403, 404);
    private static final Set<ProblemCode> CREDENTIALS = EnumSet.of(
            ProblemCode.TOO_MANY_FAILURES,
            ProblemCode.TOKEN_WITHOUT_TENANT,
            ProblemCode.CREDENTIALS_AMBIGUOUS,
            ProblemCode.INVITATION_USED,
            ProblemCode.INVITATION_EXPIRED,
            ProblemCode.INVITATION_REVOKED);

    private final CurrentCall call;
    private final Event<CredentialsRefused> credentialsRefused;
    private final Event<RequestRefused> requestRefused;
    private final Event<ProblemAnswered> answered;

    RefusalsFilter(
            CurrentCall call,
            Event<CredentialsRefused> credentialsRefused,
            Event<RequestRefused> requestRefused,
            Event<ProblemAnswered> answered) {
        this.call = call;
        this.credentialsRefused = credentialsRefused;
        this.requestRefused = requestRefused;
        this.answered = answered;
    }

    /** A decision that cannot be made is told as such, and need not be told twice. */
    void remember(@Observes Happening happening) {
        call.told(happening.outcome());
    }

    @ServerResponseFilter(priority = PRIORITY)
    public void tell(
            ContainerRequestContext request, ContainerResponseContext answer, ResourceInfo route, Throwable refusal) {
        if (!(answer.getEntity() instanceof ProblemView problem)) {
            return;
        }
        answered.fire(new ProblemAnswered(problem.code()));
        if (problem.status() == 401 || (CREDENTIALS.contains(problem.code()) && !wasLetIn(refusal))) {
            credentialsRefused.fire(ofCredentials(problem.code(), refusal));
        } else if ((NOT_FOR_THEM.contains(problem.status()) || problem.code() == ProblemCode.RATE_LIMITED)
                && !call.wasTold(problem.code().wireName())) {
            call.identity()
                    .map(caller -> ofRequest(caller, problem.code(), request.getMethod(), route))
                    .ifPresent(requestRefused::fire);
        }
    }

    /** Of two requests with one invitation, the slower one came with good credentials too: the enrolment tells of it. */
    private static boolean wasLetIn(Throwable refusal) {
        return refusal instanceof Problem;
    }

    private CredentialsRefused ofCredentials(ProblemCode code, Throwable refusal) {
        String address = call.address().orElse(null);
        return refusal instanceof AuthenticationFailedException failed
                ? new CredentialsRefused(
                        failed.getAttribute(Caller.TENANT), failed.getAttribute(Caller.ACTOR), code.wireName(), address)
                : new CredentialsRefused(null, null, code.wireName(), address);
    }

    private static RequestRefused ofRequest(
            SecurityIdentity caller, ProblemCode code, String method, ResourceInfo route) {
        return new RequestRefused(
                caller.getAttribute(Caller.TENANT),
                caller.getAttribute(Caller.ACTOR),
                caller.getAttribute(Caller.ACTOR_NAME),
                code.wireName(),
                method,
                path(route.getResourceClass()) + path(route.getResourceMethod()));
    }

    private static String path(AnnotatedElement declared) {
        return Optional.ofNullable(declared)
                .map(element -> element.getAnnotation(Path.class))
                .map(Path::value)
                .orElse("");
    }
}
