package io.janua.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.DateTimeException;
import java.util.Optional;

/** Words for what the HTTP framework refuses before any code of ours runs. */
final class FrameworkRefusals {

    private static final String COMPARE = "Compare the request with the API reference.";

    private FrameworkRefusals() {}

    /**
     * Empty when it is no refusal but a failure.
     *
     * @param path of the request
     */
    static Optional<Problem> of(WebApplicationException refused, String path) {
        int status = refused.getResponse().getStatus();
        if (status == 404 && isConversion(refused.getCause())) {
            // The framework calls a path or query value of the wrong type "not found".
            return Optional.of(Problems.invalid(
                    null, "A value in the path or in the query is not of the expected type.", COMPARE));
        }
        return Optional.ofNullable(
                switch (status) {
                    case 404 ->
                        new Problem(
                                ProblemCode.ROUTE_NOT_FOUND,
                                "There is nothing at this path.",
                                null,
                                "Compare the path with the API reference; it begins with /v1/.");
                    case 405 ->
                        new Problem(
                                ProblemCode.METHOD_NOT_ALLOWED,
                                "This path does not take this method.",
                                null,
                                "Compare the method with the API reference.");
                    case 406 ->
                        new Problem(
                                ProblemCode.NOT_ACCEPTABLE,
                                "The answer cannot be given in the asked media type.",
                                HttpHeaders.ACCEPT,
                                "Accept application/json.");
                    case 413 ->
                        new Problem(
                                ProblemCode.IMAGE_TOO_LARGE,
                                "The body is larger than any request needs.",
                                null,
                                "Send a smaller image: a longer side of 1280 pixels is plenty.");
                    case 415 ->
                        new Problem(
                                ProblemCode.MEDIA_TYPE_UNSUPPORTED,
                                "The body's Content-Type is not taken here.",
                                HttpHeaders.CONTENT_TYPE,
                                path.endsWith("/imports")
                                        ? "Send the ZIP archive itself as the body, with Content-Type application/zip."
                                        : "Images: multipart/form-data, image/jpeg, image/png, image/webp or"
                                                + " application/json; else application/json.");
                    default ->
                        status < 500
                                ? new Problem(
                                        ProblemCode.REQUEST_REFUSED, "The request cannot be understood.", null, COMPARE)
                                : null;
                });
    }

    private static boolean isConversion(Throwable cause) {
        return cause instanceof IllegalArgumentException || cause instanceof DateTimeException;
    }
}
