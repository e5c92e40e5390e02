package io.janua.enrollment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is sent to enrol a face.
 *
 * @param image encoded, of the face from the front
 * @param turns encoded, in the order in which the challenge asks for them; empty without a challenge
 * @param challenge which challenge the turns answer
 * @param distinctFrom ids of subjects whom a person has compared and found to be somebody else
 * @param idempotencyKey the caller's name for this very enrolment
 */
public record EnrollmentRequest(
        byte[] image,
        List<byte[]> turns,
        Optional<UUID> challenge,
        Set<String> distinctFrom,
        Optional<String> idempotencyKey) {

    public EnrollmentRequest {
        turns = List.copyOf(turns);
        distinctFrom = Set.copyOf(distinctFrom);
    }

    /** A picture and nothing else. */
    public static EnrollmentRequest of(byte[] image, Optional<String> idempotencyKey) {
        return new EnrollmentRequest(image, List.of(), Optional.empty(), Set.of(), idempotencyKey);
    }

    @Override
    public String toString() {
        return "EnrollmentRequest[turns=%d]".formatted(turns.size());
    }
}
