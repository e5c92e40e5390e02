package io.janua.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.PersistenceException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.io.CharConversionException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything that can go wrong into a problem. There are no other exception mappers. */
class ProblemMappers {

    private static final String PROBLEM_JSON = "application/problem+json";

    /** SQLSTATE class 22: the statement is right, a value is not. */
    private static final String DATA_EXCEPTION = "22";

    private final AgroalDataSource database;

    ProblemMappers(AgroalDataSource database) {
        this.database = database;
    }

    @ServerExceptionMapper
    public RestResponse<ProblemView> problem(Problem problem) {
        var answer = RestResponse.ResponseBuilder.<ProblemView>create(
                        problem.code().status())
                .entity(ProblemView.from(problem))
                .header(HttpHeaders.CONTENT_TYPE, PROBLEM_JSON);
        problem.retryAfterSeconds().ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        Challenges.of(problem.code()).forEach(challenge -> answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge));
        return answer.build();
    }

    @ServerExceptionMapper
    public RestResponse<ProblemView> violations(ConstraintViolationException violations) {
        List<Map<String, String>> all = violations.getConstraintViolations().stream()
                .map(violation -> Map.of("field", field(violation), "message", violation.getMessage()))
                .sorted((a, b) -> a.get("field").compareTo(b.get("field")))
                .toList();
        var first = all.getFirst();
        return problem(Problems.invalid(
                        first.get("field"),
                        "'%s' %s.".formatted(first.get("field"), first.get("message")),
                        "Correct the fields in 'violations'.")
                .with("violations", all));
    }

    /** Named apart because the framework has a mapper of its own for just this class. */
    @ServerExceptionMapper
    public RestResponse<ProblemView> mismatchedJson(MismatchedInputException mismatched) {
        return malformedJson(mismatched);
    }

    @ServerExceptionMapper
    public RestResponse<ProblemView> malformedJson(JsonProcessingException malformed) {
        return problem(JsonRefusals.of(malformed));
    }

    @ServerExceptionMapper
    public RestResponse<ProblemView> noText(CharConversionException noText) {
        return problem(JsonRefusals.ofNoText());
    }

    @ServerExceptionMapper
    public RestResponse<ProblemView> unauthorized(UnauthorizedException missing, HttpHeaders headers) {
        // Where no issuer is configured, nobody looked at the token that the caller relies on.
        String credentials = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        return problem(credentials == null ? credentialsMissing() : Problems.tokenInvalid());
    }

    @ServerExceptionMapper({
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class,
        OIDCException.class
    })
    public RestResponse<ProblemView> authenticationFailed(RuntimeException failed) {
        return problem(TokenRefusals.of(failed));
    }

    @ServerExceptionMapper
    public RestResponse<ProblemView> forbidden(ForbiddenException forbidden) {
        return problem(new Problem(
                ProblemCode.OPERATION_NOT_PERMITTED,
                "The credentials are valid, but not for this operation.",
                null,
                "Use a key that has the operation in its 'operations', or an account with a role that permits it."));
    }

    @ServerExceptionMapper
    public RestResponse<ProblemView> framework(WebApplicationException refused, UriInfo request) {
        if (refused.getCause() instanceof Problem problem) {
            return problem(problem);
        }
        if (refused.getCause() instanceof JsonProcessingException malformed) {
            return malformedJson(malformed);
        }
        return FrameworkRefusals.of(refused, request.getPath())
                .map(this::problem)
                .orElseGet(() -> unexpected(refused));
    }

    @ServerExceptionMapper
    public RestResponse<ProblemView> database(PersistenceException failed) {
        return anything(failed);
    }

    @ServerExceptionMapper
    public RestResponse<ProblemView> anything(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem(problem);
            }
            if (cause instanceof SQLException sql && DatabaseOutage.isOfAShard(sql)) {
                Log.warnf("a shard of the templates is unavailable: SQLSTATE %s", sql.getSQLState());
                return problem(Problems.templateShardUnavailable());
            }
            if (cause instanceof SQLException sql && DatabaseOutage.causes(sql)) {
                Log.warnf("database unavailable: SQLSTATE %s", sql.getSQLState());
                // What still lies in the pool is as broken as this one.
                database.flush(AgroalDataSource.FlushMode.IDLE);
                return problem(Problems.databaseUnavailable());
            }
            if (cause instanceof SQLException sql
                    && String.valueOf(sql.getSQLState()).startsWith(DATA_EXCEPTION)) {
                return problem(Problems.invalid(
                        null,
                        "A text or a time in the request cannot be stored, for example a zero character.",
                        "Send printable text, and times between the years 0 and 9999."));
            }
        }
        return unexpected(failed);
    }

    private RestResponse<ProblemView> unexpected(Throwable failed) {
        Log.error("unexpected failure", failed);
        return problem(new Problem(
                ProblemCode.INTERNAL_ERROR,
                "This should not have happened; the service's log says more.",
                null,
                "Try again, and report it with the time of the request if it stays."));
    }

    private static Problem credentialsMissing() {
        return new Problem(
                ProblemCode.API_KEY_MISSING,
                "The request has neither an API key nor a bearer token.",
                "X-API-Key",
                "Send a key in the header X-API-Key, or the token of a signed-in person in the header Authorization.");
    }

    /** The last names of the path: methods and parameters mean nothing to a caller. */
    private static String field(ConstraintViolation<?> violation) {
        List<String> names = new ArrayList<>();
        violation.getPropertyPath().forEach(node -> {
            if (node.getName() != null) {
                names.add(node.getName());
            }
        });
        int skip = violation.getExecutableParameters() == null ? 0 : Math.min(2, names.size() - 1);
        return String.join(".", names.subList(skip == 2 && names.size() == 2 ? 1 : skip, names.size()));
    }
}
