package io.janua.drift;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How often somebody else reached a score that the calibration calls rare.
 *
 * @param expected the share of searches that a stranger's score reaches it, by the calibration
 * @param searches how many there were
 * @param reached in how many of them somebody else than was found reached it
 */
record Rarity(double expected, long searches, long reached) {

    /** Powers of ten that are looked at: rarer ones take more searches than a gallery has in a week. */
    private static final int POWERS = 3;

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

    /** @param rarity of the best score of everybody else, 0 to 1 */
    static int cell(double rarity) {
        // The tenth is reached by a tenth: what is exactly as rare belongs to the rarer ones.
        return Measure.OTHERS_RARITY.cell(rarity > 0 ? -Math.log10(rarity) : Double.MAX_VALUE);
    }

    static List<Rarity> of(Counts counts) {
        long[] bins = counts.of(Measure.OTHERS_RARITY);
        long searches = Arrays.stream(bins).sum();
        List<Rarity> rarities = new ArrayList<>();
        for (int power = 1; power <= POWERS; power++) {
            rarities.add(new Rarity(
                    Math.pow(10, -power),
                    searches,
                    Arrays.stream(bins, power, bins.length).sum()));
        }
        return rarities;
    }

    /** Whether chance explains the difference, with 95 % confidence. */
    Finding finding(int minObservations) {
        if (searches < minObservations) {
            return Finding.TOO_FEW;
        }
        var share = Proportion.of(reached, searches);
        if (share.lower() > expected) {
            return Finding.MORE_OFTEN;
        }
        return share.upper() < expected ? Finding.LESS_OFTEN : Finding.AS_CALIBRATED;
    }
}
