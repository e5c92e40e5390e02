package io.janua.vision;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** How good a face must be: the least value of every measure that can refuse. */
public enum QualityLevel {
    @JsonProperty("off")
    OFF(0),
    @JsonProperty("lenient")
    LENIENT(5),
    @JsonProperty("standard")
    STANDARD(20),
    @JsonProperty("strict")
    STRICT(50);

    private final int minimum;

    QualityLevel(int minimum) {
        this.minimum = minimum;
    }

    /** What the person should do before the face is taken; empty when it is good enough. */
    public List<Advice> objections(FaceQuality quality) {
        return quality.adviceBelow(minimum);
    }
}
