package io.janua.recognition;

import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.event.Outcomes;
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
    private final Outcomes outcomes;

    CompareService(FaceRecognizer recognizer, RecognitionConfig config, Outcomes outcomes) {
        this.recognizer = recognizer;
        this.config = config;
        this.outcomes = outcomes;
    }

    VerificationView compare(ImageUpload.Pair images, FmrQuery target) {
        double fmr = target.or(config.defaultFmr());
        var about = Happening.of(Action.COMPARE).with("fmr", fmr).with("model", recognizer.model());
        Face probe = outcomes.explained(about, () -> extract(images.image()));
        Face reference = outcomes.explained(about, () -> extract(images.reference()));
        double score =
                probe.embedding().orElseThrow().similarity(reference.embedding().orElseThrow());
        var calibration = recognizer.calibration();
        var decision = outcomes.decide(
                about, () -> new DecisionPolicy(calibration).verify(score, fmr), made -> made.tell(about));
        return VerificationView.from(decision, fmr, recognizer.model(), probe, calibration);
    }

    private Face extract(byte[] image) {
        return recognizer.extract(image, LARGEST_FACE, QualityLevel.LENIENT);
    }
}
