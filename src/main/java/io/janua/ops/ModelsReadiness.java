package io.janua.ops;

import io.janua.vision.FaceRecognizer;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the pack is loaded; says how long the queue is. */
@Readiness
@ApplicationScoped
class ModelsReadiness implements HealthCheck {

    private final FaceRecognizer recognizer;

    ModelsReadiness(FaceRecognizer recognizer) {
        this.recognizer = recognizer;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("models")
                .up()
                .withData("embedder", recognizer.model())
                .withData("waiting", recognizer.pool().waiting())
                .build();
    }
}
