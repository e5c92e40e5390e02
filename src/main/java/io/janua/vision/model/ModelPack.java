package io.janua.vision.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * Models, by id, that work together.
 *
 * @param presentationAttackDetector empty for a pack that cannot tell a living face from a picture of one
 */
public record ModelPack(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String detector,
        @JsonProperty(required = true) String embedder,
        Optional<String> presentationAttackDetector) {}
