package io.janua.recognition;

import java.util.UUID;

/** Who somebody before a door is. */
public sealed interface Recognition {

    /** One of the gallery, whether or not they take part now. */
    record Recognized(UUID subject, Score score, long gallerySize) implements Recognition {}

    /** Not the person whose card was shown. */
    record Mismatch(UUID claimed, Score score) implements Recognition {}

    /** The person whose card was shown has no face to compare with. */
    record NotEnrolled(UUID claimed) implements Recognition {}

    /** Two or more of the gallery are that much alike. */
    record Ambiguous(double threshold, long gallerySize) implements Recognition {}

    record Stranger(double threshold, long gallerySize) implements Recognition {}

    /**
     * A score with what it means.
     *
     * @param score cosine similarity, -1 to 1
     * @param fmr how often two different people reach the score, extrapolated where nobody measured
     * @param reportedFmr the same for people to read: never below what was measured
     */
    record Score(double score, double threshold, double fmr, double reportedFmr) {

        /** As precisely as it is told: half-precision templates carry no more. */
        public double rounded() {
            return ScoreView.rounded(score);
        }

        public double roundedThreshold() {
            return ScoreView.rounded(threshold);
        }
    }
}
