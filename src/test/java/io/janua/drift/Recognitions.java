package io.janua.drift;

import io.janua.gallery.Galleries;
import io.janua.gallery.GalleryRef;
import io.janua.recognition.ProbeTaken;
import io.janua.recognition.Scored;
import io.janua.recognition.Searches;
import io.janua.security.Acting;
import io.janua.support.Tenants.TestTenant;
import io.janua.vision.FaceQuality;
import io.janua.vision.FaceRecognizer;
import io.janua.vision.QualityMeasure;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Recognitions that happened nowhere: a year of them takes no camera. */
@ApplicationScoped
@Unremovable
class Recognitions {

    @Inject
    Galleries galleries;

    @Inject
    FaceRecognizer recognizer;

    @Inject
    Event<ProbeTaken> probes;

    @Inject
    Event<Scored> scores;

    /** People whose claims are true. */
    void claimed(TestTenant tenant, String gallery, int times, double score) {
        new Acting(tenant.id(), "system:test").run(() -> {
            GalleryRef ref = galleries.open(gallery);
            for (int i = 0; i < times; i++) {
                probes.fire(new ProbeTaken(
                        ref,
                        Optional.empty(),
                        Optional.of(new FaceQuality(Map.of(QualityMeasure.SHARPNESS, 70 + i % 20)))));
                scores.fire(new Scored.Claim(ref, score + i % 10 * 0.01, true));
            }
        });
    }

    /**
     * Searches, with the answers that they get.
     *
     * @param ranked scores of different people, the best first
     */
    void searches(TestTenant tenant, String gallery, int times, long gallerySize, double... ranked) {
        new Acting(tenant.id(), "system:test").run(() -> {
            GalleryRef ref = galleries.open(gallery);
            for (int i = 0; i < times; i++) {
                scores.fire(Searches.decided(ref, recognizer.calibration(), gallerySize, ranked));
            }
        });
    }
}
