package io.janua.ops.health;

import io.janua.vision.FaceRecognizer;
import io.janua.vision.model.PackNotice;
import io.janua.vision.model.RunningPack;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Up when a pack is loaded, also when it is one in place of another: it recognises people. Says how long the queue is. A
 * full queue is no reason to send callers elsewhere: they hear {@code busy} within milliseconds, and the others would be
 * full next.
 */
@Startup
@Readiness
@ApplicationScoped
class ModelsCheck implements HealthCheck {

    private final FaceRecognizer recognizer;
    private final RunningPack running;

    ModelsCheck(FaceRecognizer recognizer, RunningPack running) {
        this.recognizer = recognizer;
        this.running = running;
    }

    @Override
    public HealthCheckResponse call() {
        return of(running)
                .withData("embedder", recognizer.model())
                .withData("waiting", recognizer.pool().waiting())
                .withData("capacity", recognizer.pool().capacity())
                .build();
    }

    static HealthCheckResponseBuilder of(RunningPack running) {
        var response = Findings.up("models")
                .withData("pack", running.id())
                .withData("judgesLiveness", running.judgesLiveness());
        running.missing().ifPresent(missing -> response.withData("inPlaceOf", missing.pack()));
        String notice = PackNotice.of(running);
        return notice.isEmpty() ? response : response.withData("note", notice);
    }
}
