package io.janua.hook.http;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What came of an {@link HttpCall}. */
public sealed interface HttpOutcome {

    /** From the first look-up of the name to the end. */
    Duration took();

    /**
     * Whatever the status says: that the receiver answered is settled by its first line.
     *
     * @param headers names in lower case; of a repeated one the first
     * @param body its beginning, at most {@value HttpCaller#KEPT_BYTES} bytes
     * @param retryAfter what the receiver asks for, as it stands in {@code Retry-After}
     */
    record Answered(int status, Map<String, String> headers, String body, Optional<Duration> retryAfter, Duration took)
            implements HttpOutcome {

        public Answered {
            headers = Map.copyOf(headers);
        }

        public boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    /** @param reason a sentence for people, without the URL */
    record Unanswered(String reason, Duration took) implements HttpOutcome {}
}
