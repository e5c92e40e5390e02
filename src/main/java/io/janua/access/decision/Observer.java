package io.janua.access.decision;

import io.janua.access.LivenessDemand;
import io.janua.access.PointRef;
import io.janua.gallery.GalleryPolicy;
import io.janua.problem.Problems;
import io.janua.recognition.DoorRecognition;
import io.janua.recognition.Probe;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Looks who is before the point. */
@ApplicationScoped
class Observer {

    private final DoorRecognition recognition;

    Observer(DoorRecognition recognition) {
        this.recognition = recognition;
    }

    /**
     * Computes: never within a transaction.
     *
     * @throws io.janua.problem.Problem {@code image_missing}, for a picture that cannot be decoded, and {@code busy}
     */
    Probe look(PointRef point, Request request) {
        if (request.frames().isEmpty()) {
            throw Problems.imageMissing("image");
        }
        return recognition.look(request.frames(), point.gallery(), checksLiveness(point), fmr(point));
    }

    static boolean checksLiveness(PointRef point) {
        return point.settings().liveness() == LivenessDemand.REQUIRED
                || point.gallery().policy().liveness() != GalleryPolicy.LivenessChecks.OFF;
    }

    /**
     * Whom the pictures show.
     *
     * @param card whether one was shown
     * @param holder whose it is
     */
    Observation find(PointRef point, Probe probe, Card card, Optional<UUID> holder) {
        String model = point.gallery().model();
        if (!(probe instanceof Probe.Usable usable) || card == Card.UNKNOWN) {
            return Observation.of(probe, model);
        }
        var found = holder.map(claimed -> recognition.verify(point.gallery(), usable, claimed, fmr(point)))
                .orElseGet(() -> recognition.identify(point.gallery(), usable, fpir(point)));
        return Observation.of(usable, found, model);
    }

    /** The person came to be recognised. */
    void used(UUID subject) {
        recognition.used(subject);
    }

    private static double fmr(PointRef point) {
        return Optional.ofNullable(point.settings().fmr())
                .orElse(point.gallery().policy().fmr());
    }

    private static double fpir(PointRef point) {
        return Optional.ofNullable(point.settings().fpir())
                .orElse(point.gallery().policy().fpir());
    }
}
