package io.janua.vision;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How usable a face is.
 *
 * @param measures 0 to 100 each
 */
public record FaceQuality(Map<QualityMeasure, Integer> measures) {

    public FaceQuality {
        measures = Collections.unmodifiableMap(new EnumMap<>(measures));
    }

    /** The lowest of the measures that can refuse a face: a picture is as good as its worst defect. */
    public int score() {
        return measures.entrySet().stream()
                .filter(entry -> entry.getKey().advice().isPresent())
                .mapToInt(Map.Entry::getValue)
                .min()
                .orElse(100);
    }

    /** What to do about each measure below {@code minimum}, worst first; empty when the face passes. */
    public List<Advice> adviceBelow(int minimum) {
        return measures.entrySet().stream()
                .filter(entry -> entry.getValue() < minimum)
                .sorted(Map.Entry.comparingByValue())
                .flatMap(entry -> entry.getKey().advice().stream())
                .distinct()
                .toList();
    }
}
