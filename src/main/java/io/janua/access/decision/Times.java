package io.janua.access.decision;

import io.janua.problem.Problems;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Times as callers write them. */
final class Times {

    private Times() {}

    /**
     * @param text null for none
     * @throws io.janua.problem.Problem {@code validation_failed}; the framework would not say which one it could not read
     */
    static @Nullable Instant parse(String field, @Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException malformed) {
            throw Problems.invalid(
                    field, "'%s' is no time.".formatted(field), "Write it as in RFC 3339: 2026-01-31T12:00:00Z.");
        }
    }
}
