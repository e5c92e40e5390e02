package io.janua.ops.health;

import io.janua.ops.metrics.Backlog;
import io.janua.ops.metrics.Backlogs;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** How far hooks are behind. Mostly a receiver is away, which is no fault of the service's: always up. */
@Wellness
@ApplicationScoped
class HooksCheck implements HealthCheck {

    private static final String NAME = "hooks";

    private final Backlogs backlogs;

    HooksCheck(Backlogs backlogs) {
        this.backlogs = backlogs;
    }

    @Override
    public HealthCheckResponse call() {
        return of(backlogs.last());
    }

    static HealthCheckResponse of(Optional<Backlog> last) {
        return last.flatMap(backlog -> backlog.hooks().map(untold -> Findings.up(NAME)
                        .withData("waiting", untold.deliveries())
                        .withData("oldestSeconds", backlog.age(untold.oldest()).toSeconds())
                        .build()))
                .orElseGet(() -> Findings.unknown(NAME));
    }
}
