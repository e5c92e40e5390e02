package io.janua.ops.health;

import io.janua.vision.FaceRecognizer;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Up when the pack is loaded; says how long the queue is. A full queue is no reason to send callers elsewhere: they hear
 * {@code busy} within milliseconds, and the others would be full next.
 */
@Startup
@Readiness
@ApplicationScoped
class ModelsCheck implements HealthCheck {

    private final FaceRecognizer recognizer;

    ModelsCheck(FaceRecognizer recognizer) {
        this.recognizer = recognizer;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("models")
                .up()
                .withData("embedder", recognizer.model())
                .withData("waiting", recognizer.pool().waiting())
                .withData("capacity", recognizer.pool().capacity())
                .build();
    }
}
