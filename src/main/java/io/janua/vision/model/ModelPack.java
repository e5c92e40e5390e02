package io.janua.vision.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Three models, by id, that work together. */
public record ModelPack(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String detector,
        @JsonProperty(required = true) String embedder,
        @JsonProperty(required = true) String presentationAttackDetector) {}
