package io.janua.evaluation;

import io.janua.vision.model.Rate;

/**
 * Decisions at one threshold, counted.
 *
 * @param matched mated pairs that reach it
 * @param falseMatches non-mated pairs that reach it
 * @param falseNonMatches mated pairs that do not
 * @param nonMatched non-mated pairs that do not
 */
record Confusion(long matched, long falseMatches, long falseNonMatches, long nonMatched) {

    /** Of the pairs that reach the threshold, those of one person. It falls with the share of non-mated pairs. */
    Rate precision() {
        return new Rate(matched, matched + falseMatches);
    }

    /** Of the pairs of one person, those that reach the threshold: 1 − FNMR. */
    Rate recall() {
        return new Rate(matched, matched + falseNonMatches);
    }

    Rate falseMatchRate() {
        return new Rate(falseMatches, falseMatches + nonMatched);
    }

    Rate falseNonMatchRate() {
        return recall().complement();
    }

    Rate accuracy() {
        return new Rate(matched + nonMatched, matched + falseMatches + falseNonMatches + nonMatched);
    }

    /** Harmonic mean of precision and recall (van Rijsbergen 1979); NaN where there is nothing to find. */
    double f1() {
        long twice = 2 * matched + falseMatches + falseNonMatches;
        return twice == 0 ? Double.NaN : 2.0 * matched / twice;
    }
}
