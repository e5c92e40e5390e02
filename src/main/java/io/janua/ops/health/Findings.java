package io.janua.ops.health;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** How checks put it: whatever is down says why, and what to do. */
final class Findings {

    private Findings() {}

    static HealthCheckResponseBuilder up(String check) {
        return HealthCheckResponse.named(check).up();
    }

    /** Of what is read from the database. */
    static HealthCheckResponse unknown(String check) {
        return up(check)
                .withData("note", "not known: see 'database', and the log")
                .build();
    }

    static HealthCheckResponse down(String check, String reason, String remedy) {
        return HealthCheckResponse.named(check)
                .down()
                .withData("reason", reason)
                .withData("remedy", remedy)
                .build();
    }
}
