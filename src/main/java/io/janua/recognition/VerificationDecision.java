package io.janua.recognition;

import io.janua.event.Happening;

/** What comes of comparing two faces. */
sealed interface VerificationDecision {

    /** The same person, at the asked false match rate. */
    record Match(double score, double threshold) implements VerificationDecision {}

    record NoMatch(double score, double threshold) implements VerificationDecision {}

    /** The probe does not seem to be a living person; nothing was compared. */
    record Spoof() implements VerificationDecision {}

    /** @return what is asked, with the answer */
    default Happening tell(Happening about) {
        return switch (this) {
            case Match(double score, double threshold) -> tell(about, "match", score, threshold);
            case NoMatch(double score, double threshold) -> tell(about, "no_match", score, threshold);
            case Spoof() -> about.outcome("spoof");
        };
    }

    private static Happening tell(Happening about, String outcome, double score, double threshold) {
        return about.outcome(outcome)
                .with("score", ScoreView.rounded(score))
                .with("threshold", ScoreView.rounded(threshold));
    }
}
