package io.janua.access.decision;

import io.janua.access.CardNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came to the door.
 *
 * @param frames encoded pictures, the first one first
 * @param pin as it was entered
 * @param idempotencyKey the caller's name for this very request
 */
record Request(
        List<byte[]> frames,
        Optional<CardNumber> card,
        Optional<String> pin,
        Optional<Instant> capturedAt,
        Optional<String> idempotencyKey) {

    Request {
        frames = List.copyOf(frames);
    }

    /** A PIN is a credential. */
    @Override
    public String toString() {
        return "Request[frames=%d]".formatted(frames.size());
    }
}
