package io.janua.recognition;

import io.janua.gallery.Candidate;
import io.janua.gallery.SearchResult;
import io.janua.vision.model.Calibration;
import io.janua.vision.model.ErrorRates;
import java.util.List;

/** Decides by error rates; scores alone mean nothing. */
record DecisionPolicy(Calibration calibration) {

    /**
     * By chance, a large gallery has somebody just above the threshold beside the right person. That is no reason to
     * doubt while the right person's score is a hundred times less likely to come about by chance.
     */
    private static final double MIN_FMR_RATIO = 100;

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
        if (accepted.isEmpty()) {
            return new IdentificationDecision.Unknown(threshold);
        }
        Candidate best = accepted.getFirst();
        return accepted.size() == 1 || standsOut(best, accepted.get(1))
                ? new IdentificationDecision.Identified(best, threshold)
                : new IdentificationDecision.Ambiguous(accepted, threshold);
    }

    private boolean standsOut(Candidate best, Candidate second) {
        return calibration.fmrAt(second.score()) >= MIN_FMR_RATIO * calibration.fmrAt(best.score());
    }
}
