package io.janua.drift;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.janua.vision.model.Rate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How often somebody else than was found reached a score that the calibration calls rare.
 *
 * @param expected the share of searches in which that happens, by the calibration
 * @param searches in which somebody was found
 * @param reached in how many of them somebody else reached it
 */
record Rarity(double expected, long searches, long reached) {

    /**
     * Powers of ten that are looked at. Models are calibrated from one in a hundred comparisons on; rarer ones than the
     * last take more searches than a gallery has in a week.
     */
    private static final int FIRST = 2;

    private static final int LAST = 3;

    /** What the comparison means. */
    @Schema(name = "DriftRarityFinding")
    enum Finding {
        @JsonProperty("tooFew")
        TOO_FEW,
        @JsonProperty("asCalibrated")
        AS_CALIBRATED,
        @JsonProperty("moreOften")
        MORE_OFTEN,
        @JsonProperty("lessOften")
        LESS_OFTEN
    }

    /** @param rarity of the best score of everybody else, 0 to 1: how often a search for a stranger reaches it */
    static int cell(double rarity) {
        // A hundredth is reached by a hundredth: what is exactly as rare belongs to the rarer ones.
        return Measure.OTHERS_RARITY.cell(rarity > 0 ? -Math.log10(rarity) : Double.MAX_VALUE);
    }

    static List<Rarity> of(Counts counts) {
        long[] bins = counts.of(Measure.OTHERS_RARITY);
        long searches = Arrays.stream(bins).sum();
        List<Rarity> rarities = new ArrayList<>();
        for (int power = FIRST; power <= LAST; power++) {
            rarities.add(new Rarity(
                    Math.pow(10, -power),
                    searches,
                    Arrays.stream(bins, power, bins.length).sum()));
        }
        return rarities;
    }

    /** Of the share that reached it, with 95 % confidence; NaN without searches. */
    Rate.Interval interval() {
        return new Rate(reached, searches).interval();
    }

    /** Whether chance explains the difference, with 95 % confidence. */
    Finding finding(int minObservations) {
        if (searches < minObservations) {
            return Finding.TOO_FEW;
        }
        var share = interval();
        if (share.low() > expected) {
            return Finding.MORE_OFTEN;
        }
        return share.high() < expected ? Finding.LESS_OFTEN : Finding.AS_CALIBRATED;
    }
}
