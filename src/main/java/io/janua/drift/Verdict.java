package io.janua.drift;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the distance from the baseline means. */
@Schema(name = "DriftVerdict")
enum Verdict {
    /** Too few observations, or nothing to compare them with. */
    @JsonProperty("tooFew")
    TOO_FEW,
    @JsonProperty("steady")
    STEADY,
    /** Further than chance explains, and not yet as far as the threshold. */
    @JsonProperty("shifting")
    SHIFTING,
    @JsonProperty("drifted")
    DRIFTED;

    /**
     * @param threshold from which index on it is another distribution
     * @param chance up to which index chance explains it
     */
    static Verdict of(double index, double threshold, double chance) {
        double shifting = Math.max(StabilityIndex.SHIFTING, chance);
        if (index < shifting) {
            return STEADY;
        }
        return index < threshold ? SHIFTING : DRIFTED;
    }
}
