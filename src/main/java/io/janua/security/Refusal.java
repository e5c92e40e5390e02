package io.janua.security;

import io.janua.problem.Problem;
import io.janua.problem.ProblemView;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

/** An answer that turns out to be another refusal. */
final class Refusal {

    private Refusal() {}

    /** @param answer a problem already, so its media type stays */
    static void replace(ContainerResponseContext answer, Problem problem) {
        answer.setStatus(problem.code().status());
        answer.setEntity(ProblemView.from(problem));
        answer.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
        problem.retryAfterSeconds()
                .ifPresent(seconds -> answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, seconds));
    }
}
