package io.janua.problem;

import java.util.List;

/** What {@code WWW-Authenticate} says (RFC 9110 section 11.6.1, RFC 6750 section 3). */
final class Challenges {

    private static final String API_KEY = "ApiKey header=\"X-API-Key\"";

    private Challenges() {}

    /** Empty unless the code's status is 401. */
    static List<String> of(ProblemCode code) {
        if (code.status() != 401) {
            return List.of();
        }
        return switch (code) {
            case TOKEN_INVALID, TOKEN_EXPIRED -> List.of("Bearer error=\"invalid_token\"");
            case INVITATION_UNKNOWN -> List.of("Invitation header=\"X-Invitation\"");
            // Nothing was sent that could be wrong: both ways are open.
            case API_KEY_MISSING -> List.of(API_KEY, "Bearer");
            default -> List.of(API_KEY);
        };
    }
}
