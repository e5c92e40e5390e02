package io.janua.recognition;

import io.janua.gallery.Candidate;
import io.janua.gallery.SearchResult;
import io.janua.vision.model.Calibration;
import io.janua.vision.model.ErrorRates;
import java.util.List;

/** Decides by error rates; scores alone mean nothing. */
record DecisionPolicy(Calibration calibration) {

    /** @param fmr how often an impostor may be let through, above 0 and below 1 */
    VerificationDecision verify(double score, double fmr) {
        double threshold = calibration.thresholdAt(fmr);
        return score >= threshold
                ? new VerificationDecision.Match(score, threshold)
                : new VerificationDecision.NoMatch(score, threshold);
    }

    /** @param fpir how often a stranger may be taken for anybody of the gallery, above 0 and below 1 */
    IdentificationDecision identify(SearchResult found, double fpir) {
        double threshold = calibration.thresholdAt(ErrorRates.fmrFor(fpir, found.gallerySize()));
        List<Candidate> accepted = found.ranked().stream()
                .takeWhile(candidate -> candidate.score() >= threshold)
                .toList();
        return switch (accepted.size()) {
            case 0 -> new IdentificationDecision.Unknown(threshold);
            case 1 -> new IdentificationDecision.Identified(accepted.getFirst(), threshold);
            default -> new IdentificationDecision.Ambiguous(accepted, threshold);
        };
    }
}
