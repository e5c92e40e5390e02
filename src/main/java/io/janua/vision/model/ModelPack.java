package io.janua.vision.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.Optional;

/**
 * Models, by id, that work together.
 *
 * @param id stable name, as that of a model
 * @param presentationAttackDetector empty for a pack that cannot tell a living face from a picture of one
 */
public record ModelPack(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String detector,
        @JsonProperty(required = true) String embedder,
        Optional<String> presentationAttackDetector) {

    public ModelPack {
        // It becomes part of settings, labels and names of files.
        if (id == null || !ModelEntry.ID.matcher(id).matches()) {
            throw new IllegalArgumentException("model pack: 'id' is missing or wrong: %s".formatted(id));
        }
        Objects.requireNonNull(detector, "detector");
        Objects.requireNonNull(embedder, "embedder");
        Objects.requireNonNull(presentationAttackDetector, "presentationAttackDetector");
    }
}
