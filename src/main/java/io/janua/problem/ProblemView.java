package io.janua.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/** {@code application/problem+json} as RFC 9457 has it; META-INF/openapi.yaml describes the members. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record ProblemView(
        String type,
        String title,
        int status,
        ProblemCode code,
        String detail,
        String field,
        String remedy,
        @JsonAnyGetter Map<String, Object> facts) {

    /** What a caller should wait after a 503, in seconds. */
    public static final String RETRY_AFTER_SECONDS = "2";

    public static ProblemView from(Problem problem) {
        var code = problem.code();
        return new ProblemView(
                "https://janua.io/problems/" + code.wireName(),
                code.title(),
                code.status(),
                code,
                problem.getMessage(),
                problem.field().orElse(null),
                problem.remedy(),
                problem.facts());
    }
}
