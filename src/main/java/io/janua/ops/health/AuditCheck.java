package io.janua.ops.health;

import io.janua.ops.metrics.Backlog;
import io.janua.ops.metrics.Backlogs;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether audit entries get their place and a signature, which takes about a second. */
@Wellness
@ApplicationScoped
class AuditCheck implements HealthCheck {

    private static final String NAME = "audit";
    private static final Duration LATE = Duration.ofMinutes(1);

    private final Backlogs backlogs;

    AuditCheck(Backlogs backlogs) {
        this.backlogs = backlogs;
    }

    @Override
    public HealthCheckResponse call() {
        return of(backlogs.last());
    }

    static HealthCheckResponse of(Optional<Backlog> last) {
        return last.flatMap(
                        backlog -> backlog.audit().map(pending -> of(pending.entries(), backlog.age(pending.oldest()))))
                .orElseGet(() -> Findings.unknown(NAME));
    }

    private static HealthCheckResponse of(long entries, Duration lag) {
        return lag.compareTo(LATE) < 0
                ? Findings.up(NAME).withData("unsigned", entries).build()
                : Findings.down(
                        NAME,
                        "%d entries have no signature yet, the oldest for %d seconds."
                                .formatted(entries, lag.toSeconds()),
                        "Look for 'audit entries' in the log: the signing key could not be opened (is the keeper of the"
                                + " master key there?), or the tree is not the one that was signed last.");
    }
}
