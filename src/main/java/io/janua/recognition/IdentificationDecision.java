package io.janua.recognition;

import io.janua.gallery.Candidate;
import java.util.List;

/** What a 1:N search means. */
sealed interface IdentificationDecision {

    /** One subject above the threshold, and nobody near it. */
    record Identified(Candidate subject, double threshold) implements IdentificationDecision {}

    /** Two or more subjects above the threshold, and close: twins or duplicates, a question for a person. */
    record Ambiguous(List<Candidate> subjects, double threshold) implements IdentificationDecision {}

    record Unknown(double threshold) implements IdentificationDecision {}

    /** The probe does not seem to be a living person; nothing was searched. */
    record Spoof() implements IdentificationDecision {}
}
