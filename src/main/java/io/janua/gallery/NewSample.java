package io.janua.gallery;

import io.janua.vision.Embedding;
import io.janua.vision.FaceDescription;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * A face to be kept.
 *
 * @param image its picture as JPEG, when the gallery keeps pictures
 * @param idempotencyKey the caller's name for this very enrolment
 * @param uploadDigest SHA-256 of the uploaded file: tells a repeated request from another one under the same key
 * @param facts what else the audit log shall say of the enrolment, as a {@link io.janua.event.Happening} has it
 */
public record NewSample(
        FaceDescription description,
        Embedding embedding,
        Optional<byte[]> image,
        Optional<String> idempotencyKey,
        byte[] uploadDigest,
        Map<String, Object> facts) {

    public NewSample {
        facts = Map.copyOf(facts);
    }

    boolean sameUpload(byte[] digest) {
        return Arrays.equals(uploadDigest, digest);
    }

    @Override
    public String toString() {
        return "NewSample";
    }
}
