package io.janua.enrollment;

import io.janua.gallery.GalleryPolicy;
import io.janua.problem.Problem;
import io.janua.problem.Problems;
import io.janua.vision.Advice;
import io.janua.vision.Face;
import io.janua.vision.FaceRecognizer;
import io.janua.vision.FaceRequest;
import io.janua.vision.FaceSelection;
import io.janua.vision.QualityLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;

/** Looks whether pictures show the turns that were asked for. Nothing of them is kept. */
@ApplicationScoped
class TurnCheck {

    private final FaceRecognizer recognizer;

    TurnCheck(FaceRecognizer recognizer) {
        this.recognizer = recognizer;
    }

    /**
     * Before any inference.
     *
     * @throws Problem {@code image_missing} or {@code challenge_failed}
     */
    static void requireEach(EnrollmentRequest request, Challenges.Asked challenge) {
        List<byte[]> turns = request.turns();
        if (turns.size() != challenge.turns().size()) {
            throw Problems.imageMissing("turn" + (turns.size() + 1));
        }
        for (int i = 0; i < turns.size(); i++) {
            byte[] turn = turns.get(i);
            boolean seen = Arrays.equals(turn, request.image())
                    || turns.subList(0, i).stream().anyMatch(before -> Arrays.equals(turn, before));
            if (seen) {
                throw TurnRefusals.samePicture(i + 1);
            }
        }
    }

    /**
     * @param frontal what the image of the enrolment shows
     * @throws Problem {@code challenge_failed}, {@code poor_quality} of a frontal image that is not frontal, an image
     *     problem, or {@code busy}
     */
    void require(Challenges.Asked challenge, Face frontal, List<byte[]> turns, GalleryPolicy policy) {
        if (!TurnPolicy.isFrontal(frontal.pose())) {
            throw Problems.poorQuality(List.of(Advice.FACE_THE_CAMERA.text()), List.of(Advice.FACE_THE_CAMERA.code()));
        }
        boolean liveness = policy.liveness() == GalleryPolicy.LivenessChecks.ALWAYS;
        var rules = new TurnPolicy(recognizer.calibration());
        for (int i = 0; i < turns.size(); i++) {
            Turn asked = challenge.turns().get(i);
            Face turned = extract(turns.get(i), i + 1, liveness);
            var outcome = rules.judge(
                    asked,
                    turned.pose(),
                    turned.embedding().orElseThrow(),
                    frontal.embedding().orElseThrow(),
                    turned.liveness());
            if (outcome != TurnPolicy.Outcome.TURNED) {
                throw TurnRefusals.of(i + 1, asked, outcome);
            }
        }
    }

    private Face extract(byte[] image, int number, boolean liveness) {
        try {
            // A turned head fails the measures of a frontal one; it has only to be recognised.
            return recognizer.extract(image, new FaceRequest(FaceSelection.SINGLE, liveness, false), QualityLevel.OFF);
        } catch (Problem problem) {
            throw TurnRefusals.ofPicture(number, problem);
        }
    }
}
