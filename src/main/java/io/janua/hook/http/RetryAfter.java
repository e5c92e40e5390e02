package io.janua.hook.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header Retry-After (RFC 9110, 10.2.3): seconds, or a date. */
final class RetryAfter {

    /** Whoever asks for more days than anybody waits asks for these. */
    private static final long MAX_SECONDS = Duration.ofDays(365).toSeconds();

    private RetryAfter() {}

    static Optional<Duration> parse(String value) {
        String text = value.strip();
        if (text.matches("[0-9]{1,12}")) {
            return Optional.of(Duration.ofSeconds(Math.min(Long.parseLong(text), MAX_SECONDS)));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(Instant.now(), until);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }
}
