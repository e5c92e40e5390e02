package io.janua.recognition;

import io.janua.http.ImageUpload;
import io.janua.vision.Face;
import io.janua.vision.FaceRecognizer;
import io.janua.vision.FaceRequest;
import io.janua.vision.FaceSelection;
import io.janua.vision.QualityLevel;
import jakarta.enterprise.context.ApplicationScoped;

/** Two pictures, no gallery. */
@ApplicationScoped
class CompareService {

    private static final FaceRequest LARGEST_FACE = new FaceRequest(FaceSelection.LARGEST, false, false);

    private final FaceRecognizer recognizer;
    private final RecognitionConfig config;

    CompareService(FaceRecognizer recognizer, RecognitionConfig config) {
        this.recognizer = recognizer;
        this.config = config;
    }

    VerificationView compare(ImageUpload.Pair images, FmrQuery target) {
        Face probe = recognizer.extract(images.image(), LARGEST_FACE, QualityLevel.LENIENT);
        Face reference = recognizer.extract(images.reference(), LARGEST_FACE, QualityLevel.LENIENT);
        double score =
                probe.embedding().orElseThrow().similarity(reference.embedding().orElseThrow());
        double fmr = target.or(config.defaultFmr());
        var calibration = recognizer.calibration();
        return VerificationView.from(
                new DecisionPolicy(calibration).verify(score, fmr), fmr, recognizer.model(), probe, calibration);
    }
}
