package io.janua.enrollment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.janua.security.Acting;
import io.janua.tenant.TenantDirectory;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Forgets challenges and invitations that ended long ago. */
@ApplicationScoped
class EnrollmentSweep {

    private static final String NAME = "enrollment-sweep";
    private static final Duration PERIOD = Duration.ofHours(1);
    /** An enrolment may be repeated under its key, and comes with its challenge again. */
    private static final Duration CHALLENGES_KEPT = Duration.ofDays(1);
    /** So long the console shows what became of an invitation; the audit log knows it longer. */
    private static final Duration INVITATIONS_KEPT = Duration.ofDays(30);

    private final TenantDirectory tenants;
    private final ChallengeRepository challenges;
    private final InvitationRepository invitations;

    EnrollmentSweep(TenantDirectory tenants, ChallengeRepository challenges, InvitationRepository invitations) {
        this.tenants = tenants;
        this.challenges = challenges;
        this.invitations = invitations;
    }

    @Produces
    @Singleton
    RecurringTask<Void> task() {
        return Tasks.recurring(NAME, FixedDelay.of(PERIOD)).execute((_, _) -> run(Instant.now()));
    }

    void run(Instant now) {
        for (String tenant : tenants.all()) {
            try {
                new Acting(tenant, "system:" + NAME)
                        .run(() -> QuarkusTransaction.requiringNew().run(() -> {
                            challenges.deleteExpiredBefore(now.minus(CHALLENGES_KEPT));
                            invitations.deleteExpiredBefore(now.minus(INVITATIONS_KEPT));
                        }));
            } catch (RuntimeException failure) {
                Log.warn("enrolment sweep: a tenant was left out; the next run goes on", failure);
            }
        }
    }
}
