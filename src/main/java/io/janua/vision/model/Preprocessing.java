package io.janua.vision.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;

/**
 * How pixels become a model's input: (pixel · scale − mean) / standardDeviation, for each channel in the given order.
 *
 * @param channels order of the planes
 * @param scale applied to a pixel's 0 to 255
 * @param mean for each channel, in the order of {@code channels}
 * @param standardDeviation for each channel, none of them zero
 * @param input what the picture is: a name that the adapter of the model's role knows
 */
public record Preprocessing(
        Channels channels, double scale, List<Double> mean, List<Double> standardDeviation, String input) {

    /** The order of the colour planes. */
    public enum Channels {
        @JsonProperty("RGB")
        RGB,
        @JsonProperty("BGR")
        BGR
    }

    public Preprocessing {
        Objects.requireNonNull(channels, "preprocessing.channels");
        Objects.requireNonNull(input, "preprocessing.input");
        mean = List.copyOf(mean);
        standardDeviation = List.copyOf(standardDeviation);
        if (mean.size() != 3 || standardDeviation.size() != 3 || standardDeviation.contains(0.0) || scale <= 0) {
            throw new IllegalArgumentException("preprocessing has three means, three non-zero deviations and a scale");
        }
    }
}
