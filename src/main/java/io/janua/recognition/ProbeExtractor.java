package io.janua.recognition;

import io.janua.gallery.GalleryPolicy;
import io.janua.vision.Face;
import io.janua.vision.FaceRecognizer;
import io.janua.vision.FaceRequest;
import io.janua.vision.FaceSelection;
import io.janua.vision.Liveness;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes the face of a probe by the gallery's rules. */
@ApplicationScoped
class ProbeExtractor {

    private final FaceRecognizer recognizer;

    ProbeExtractor(FaceRecognizer recognizer) {
        this.recognizer = recognizer;
    }

    Face extract(byte[] image, GalleryPolicy policy) {
        boolean liveness = policy.liveness() != GalleryPolicy.LivenessChecks.OFF;
        return recognizer.extract(
                image, new FaceRequest(FaceSelection.LARGEST, liveness, false), policy.probeQuality());
    }

    /** Whether liveness was checked and failed. */
    static boolean isSpoof(Face probe) {
        return probe.liveness().map(Liveness::live).filter(live -> !live).isPresent();
    }
}
