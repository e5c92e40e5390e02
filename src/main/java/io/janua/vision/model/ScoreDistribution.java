package io.janua.vision.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * How the scores of a model were distributed when pairs of photographs of known people were compared.
 *
 * @param measuredOn which photographs, for people to read
 * @param mated pairs of one person
 * @param nonMated pairs of two people
 * @param binFrom the score at which the first bin begins
 * @param binWidth each bin holds the scores from its begin up to the next one's; the last one holds its end too
 */
public record ScoreDistribution(
        @JsonProperty(required = true) String measuredOn,
        @JsonProperty(required = true) Scores mated,
        @JsonProperty(required = true) Scores nonMated,
        @JsonProperty(required = true) double binFrom,
        @JsonProperty(required = true) double binWidth) {

    /**
     * Of pairs of one kind.
     *
     * @param count how many pairs
     * @param mean score
     * @param histogram pairs by bin
     */
    public record Scores(
            @JsonProperty(required = true) long count,
            @JsonProperty(required = true) double mean,
            @JsonProperty(required = true) List<Long> histogram) {

        public Scores {
            histogram = List.copyOf(histogram);
            long counted = histogram.stream().mapToLong(Long::longValue).sum();
            if (counted != count || !(Math.abs(mean) <= 1)) {
                throw new IllegalArgumentException(
                        "scores: %d pairs are in the bins of %d, mean %s".formatted(counted, count, mean));
            }
        }
    }

    /** Of sums of binary fractions. */
    private static final double TOLERANCE = 1e-6;

    public ScoreDistribution {
        int bins = mated.histogram().size();
        if (nonMated.histogram().size() != bins || !(binWidth > 0) || binFrom + bins * binWidth > 1 + TOLERANCE) {
            throw new IllegalArgumentException("scores: %d and %d bins of %s from %s"
                    .formatted(bins, nonMated.histogram().size(), binWidth, binFrom));
        }
    }
}
