package io.janua.vision.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a model does in the pipeline. */
public enum ModelRole {
    @JsonProperty("detector")
    DETECTOR,
    @JsonProperty("embedder")
    EMBEDDER,
    @JsonProperty("presentationAttackDetector")
    PRESENTATION_ATTACK_DETECTOR
}
