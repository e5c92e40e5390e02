package io.janua.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Objects;
import java.util.stream.Collectors;

/** Words for JSON that does not fit, without the names of our classes that Jackson's own messages have. */
public final class JsonRefusals {

    private JsonRefusals() {}

    /** {@code field_unknown} or {@code body_invalid}, with the field where it is known. */
    public static Problem of(JsonProcessingException unfit) {
        if (unfit instanceof UnrecognizedPropertyException unknown) {
            return new Problem(
                    ProblemCode.FIELD_UNKNOWN,
                    "The body has a field '%s', which this operation does not know.".formatted(path(unknown)),
                    path(unknown),
                    "Known here: %s.".formatted(unknown.getKnownPropertyIds()));
        }
        String field = unfit instanceof JsonMappingException mapping ? path(mapping) : "";
        return new Problem(
                ProblemCode.BODY_INVALID,
                field.isEmpty()
                        ? "The body is not the JSON that is expected here."
                        : "The value of '%s' is not what is expected here.".formatted(field),
                field.isEmpty() ? null : field,
                "Look up the body's fields and types in the API reference.");
    }

    /** Bytes that begin as UTF-16 or UTF-32 and are none. */
    public static Problem ofNoText() {
        return Problems.bodyInvalid(
                "The body is not the JSON that is expected here: its bytes are no text.", "Send JSON in UTF-8.");
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }
}
