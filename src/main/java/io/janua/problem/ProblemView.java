package io.janua.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** {@code application/problem+json} as RFC 9457 has it, with a stable code and a remedy. */
@Schema(name = "Problem", description = "Why a request was refused, and what to do (RFC 9457)")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemView(
        @Schema(examples = "https://janua.io/problems/no_face")
        String type,

        String title,
        int status,
        ProblemCode code,
        String detail,

        @Schema(description = "The offending field, parameter or header")
        String field,

        @Schema(description = "What the caller can do") String remedy,

        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> facts) {

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
