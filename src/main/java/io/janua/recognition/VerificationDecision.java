package io.janua.recognition;

/** What comes of comparing two faces. */
sealed interface VerificationDecision {

    /** The same person, at the asked false match rate. */
    record Match(double score, double threshold) implements VerificationDecision {}

    record NoMatch(double score, double threshold) implements VerificationDecision {}

    /** The probe does not seem to be a living person; nothing was compared. */
    record Spoof() implements VerificationDecision {}
}
