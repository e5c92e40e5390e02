package io.janua.drift;

import io.janua.vision.QualityMeasure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is counted of a gallery's recognitions, by bins. The names stand in the database and in the API.
 *
 * @param offset where its first bin is among the cells of all measures
 * @param compared whether it is compared with the baseline; others are counted so that these can be understood
 * @param alarms whether an event tells that it drifted: the quality measures only say why {@link #QUALITY} did
 */
record Measure(String name, Bins bins, int offset, boolean compared, boolean alarms) {

    /** Steps of a gallery's size: four for each doubling. */
    private static final int SIZES_A_DOUBLING = 4;

    private static final int DOUBLINGS = 24;
    private static final double LN_2 = Math.log(2);

    private static final List<Measure> MEASURES = new ArrayList<>();

    /** The best score of everybody but whoever was found. */
    static final Measure OTHERS_SCORE = add("othersScore", Bins.SCORES, true, true);

    /** How many everybody else was, in steps of {@link #sizeStep}. */
    static final Measure OTHERS_SIZE = add("othersSize", Bins.words(SIZES_A_DOUBLING * DOUBLINGS + 1), false, false);

    /**
     * How rare such a score is in a search for a stranger, by powers of ten: bin 2 is from 1e-2 down to 1e-3. Only of
     * searches in which somebody was found: a stranger who comes as near as the threshold is somebody found, so of
     * searches without anybody the rare scores are missing.
     */
    static final Measure OTHERS_RARITY = add("othersRarity", Bins.words(6), false, false);

    /** The score of whoever was found, or is who they said. */
    static final Measure FOUND_SCORE = add("foundScore", Bins.SCORES, true, true);

    /** What came of probes, by {@link Acquisition}. */
    static final Measure ACQUISITION = add("acquisition", Bins.words(Acquisition.values().length), true, true);

    /** The lowest of a probe's quality measures that can refuse it. */
    static final Measure QUALITY = add("quality", Bins.QUALITY, true, true);

    private static final Map<QualityMeasure, Measure> QUALITIES = qualities();

    /** All, each after the one before. */
    static final List<Measure> ALL = List.copyOf(MEASURES);

    /** How many cells all measures have together. */
    static final int CELLS = ALL.getLast().end();

    static Measure of(QualityMeasure quality) {
        return QUALITIES.get(quality);
    }

    /** Empty for a name that a newer version brought. */
    static Optional<Measure> named(String name) {
        return ALL.stream().filter(measure -> measure.name.equals(name)).findFirst();
    }

    /** One after its last cell. */
    int end() {
        return offset + bins.count();
    }

    /** The cell of a value. */
    int cell(double value) {
        return offset + bins.of(value);
    }

    /** @param size at least 1 */
    static double sizeStep(long size) {
        return Math.round(SIZES_A_DOUBLING * Math.log(size) / LN_2);
    }

    /** The size in the middle of a step, or between two. */
    static double size(double step) {
        return Math.pow(2, step / SIZES_A_DOUBLING);
    }

    /** Whether its bins are words, whose order means nothing. */
    boolean isWords() {
        return equals(ACQUISITION);
    }

    private static Measure add(String name, Bins bins, boolean compared, boolean alarms) {
        int offset = MEASURES.isEmpty() ? 0 : MEASURES.getLast().end();
        var measure = new Measure(name, bins, offset, compared, alarms);
        MEASURES.add(measure);
        return measure;
    }

    private static Map<QualityMeasure, Measure> qualities() {
        Map<QualityMeasure, Measure> measures = new EnumMap<>(QualityMeasure.class);
        for (QualityMeasure quality : QualityMeasure.values()) {
            measures.put(quality, add("quality." + quality.wireName(), Bins.QUALITY, true, false));
        }
        return Collections.unmodifiableMap(measures);
    }
}
