package io.janua.ops.health;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** How checks put it: whatever is down says why, and what to do. */
final class Findings {

    private Findings() {}

    static HealthCheckResponseBuilder up(String check) {
        return HealthCheckResponse.named(check).up();
    }

    static HealthCheckResponse down(String check, String reason, String remedy) {
        return HealthCheckResponse.named(check)
                .down()
                .withData("reason", reason)
                .withData("remedy", remedy)
                .build();
    }
}
