package io.janua.access.decision;

import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;

/** What comes beside a picture that is the body itself. Never in the query, which ends up in logs. */
public class ShownHeaders {

    private static final int MAX = 64;

    @RestHeader("X-Card")
    @Size(max = MAX)
    @Parameter(description = "With a raw body: the card that was read")
    public String card;

    @RestHeader("X-Pin")
    @Size(max = MAX)
    @Parameter(description = "With a raw body: the PIN that was entered")
    public String pin;

    @RestHeader("X-Captured-At")
    @Size(max = MAX)
    @Parameter(description = "With a raw body: when the picture was taken, RFC 3339")
    public String capturedAt;

    Optional<String> card() {
        return present(card);
    }

    Optional<String> pin() {
        return present(pin);
    }

    Optional<String> capturedAt() {
        return present(capturedAt);
    }

    private static Optional<String> present(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(some -> !some.isEmpty());
    }
}
