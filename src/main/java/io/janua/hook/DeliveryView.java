package io.janua.hook;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One event for one hook, as the API shows it. */
@Schema(name = "Delivery")
record DeliveryView(
        @Schema(description = "The event's own, the same for every hook and every attempt: the webhook-id")
        UUID id,

        @Schema(examples = "access.granted") String type,

        @Nullable String point,
        DeliveryState state,

        @Schema(description = "How often it was tried") int attempts,

        @Schema(description = "Absent unless it waits, and while it waits for one before it") @Nullable
        Instant nextAttemptAt,

        @Schema(description = "As it was sent last, without credentials; absent until then, and in lists") @Nullable
        Request request,

        @Schema(description = "To the last attempt; absent when there was none, and in lists") @Nullable
        Answer answer,

        @Schema(description = "Why the last attempt failed") @Nullable
        String error,

        @Schema(description = "Of the last attempt") @Nullable
        Integer durationMillis,

        Instant createdAt,
        @Nullable Instant deliveredAt) {

    /** What was sent. */
    @Schema(name = "DeliveryRequest")
    record Request(String method, String url, Map<String, String> headers, String body) {

        static Request of(Attempt.Request sent) {
            return new Request(sent.method(), sent.url(), sent.headers(), sent.body());
        }
    }

    /** What came back. */
    @Schema(name = "DeliveryAnswer")
    record Answer(
            @Schema(description = "Of HTTP; 0 where the protocol has none")
            int status,

            Map<String, String> headers,

            @Schema(description = "Its beginning, at most 2,000 bytes")
            String body) {

        static Answer of(Attempt.Answer received) {
            return new Answer(received.status(), received.headers(), received.body());
        }
    }
}
