package io.janua.recognition;

import io.janua.gallery.GalleryPolicy;
import io.janua.gallery.GalleryRef;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.vision.Advice;
import io.janua.vision.Face;
import io.janua.vision.FaceRecognizer;
import io.janua.vision.FaceRequest;
import io.janua.vision.FaceSelection;
import io.janua.vision.Liveness;
import io.janua.vision.QualityLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Optional;

/** Takes the face of a probe by the gallery's rules. */
@ApplicationScoped
class ProbeExtractor {

    private final FaceRecognizer recognizer;
    private final Event<ProbeTaken> probes;

    ProbeExtractor(FaceRecognizer recognizer, Event<ProbeTaken> probes) {
        this.recognizer = recognizer;
        this.probes = probes;
    }

    Face extract(byte[] image, GalleryRef gallery) {
        boolean liveness = gallery.policy().liveness() != GalleryPolicy.LivenessChecks.OFF;
        QualityLevel level = gallery.policy().probeQuality();
        Face face = face(image, new FaceRequest(FaceSelection.LARGEST, liveness, false), gallery);
        FaceRecognizer.refuse(objections(face, level, gallery));
        return face;
    }

    /** Of whatever quality; whoever asks for it asks for the {@link #objections} next. */
    Face face(byte[] image, FaceRequest request, GalleryRef gallery) {
        try {
            return recognizer.extract(image, request);
        } catch (Problem refused) {
            if (FaceRecognizer.NOT_ACQUIRED.contains(refused.code())) {
                probes.fire(new ProbeTaken(gallery, Optional.of(refused.code()), Optional.empty()));
            }
            throw refused;
        }
    }

    List<Advice> objections(Face face, QualityLevel level, GalleryRef gallery) {
        List<Advice> objections = recognizer.objections(face, level);
        probes.fire(new ProbeTaken(gallery, refusal(face, objections), Optional.of(face.quality())));
        return objections;
    }

    /** Whether liveness was checked and failed. */
    static boolean isSpoof(Face probe) {
        return probe.liveness().map(Liveness::live).filter(live -> !live).isPresent();
    }

    private static Optional<ProblemCode> refusal(Face face, List<Advice> objections) {
        if (!objections.isEmpty()) {
            return Optional.of(ProblemCode.POOR_QUALITY);
        }
        return isSpoof(face) ? Optional.of(ProblemCode.SPOOF_SUSPECTED) : Optional.empty();
    }
}
