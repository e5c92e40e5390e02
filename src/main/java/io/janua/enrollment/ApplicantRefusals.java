package io.janua.enrollment;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.Problems;
import java.util.function.Supplier;

/**
 * Refusals in words for an invited person: they name nobody else, no ids of the organisation, and nothing that only its
 * staff can do. The audit log has them as they were.
 */
final class ApplicantRefusals {

    private ApplicantRefusals() {}

    static <T> T reworded(Supplier<T> work) {
        try {
            return work.get();
        } catch (Problem problem) {
            throw reworded(problem);
        }
    }

    static Problem reworded(Problem problem) {
        return switch (problem.code()) {
            case DUPLICATE_FACE ->
                new Problem(
                        ProblemCode.DUPLICATE_FACE,
                        "The face cannot be enrolled here, because it seems to be enrolled already.",
                        "image",
                        "Ask the organisation that invited you.");
            case CONSENT_MISSING ->
                new Problem(
                        ProblemCode.CONSENT_MISSING,
                        "A face is kept only with your consent, and none is in force.",
                        null,
                        "Read the consent text and agree to it, or ask the organisation that invited you.");
            // Erased since the invitation was looked at, and the invitation with it.
            case SUBJECT_NOT_FOUND, GALLERY_NOT_FOUND -> Problems.invitationRevoked();
            default -> problem;
        };
    }
}
