package io.janua.api;

import static io.janua.support.TestReceiver.answering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.janua.audit.AuditBacklog;
import io.janua.hook.HookBacklog;
import io.janua.job.JobQueue;
import io.janua.support.Happened;
import io.janua.support.Hooks;
import io.janua.support.Tenants;
import io.janua.support.TestReceiver;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What waits is found whoever's it is, although nobody in particular asks. */
@QuarkusTest
class BacklogTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    @Inject
    AuditBacklog audit;

    @Inject
    HookBacklog hooks;

    @Inject
    JobQueue jobs;

    @Inject
    Happened happened;

    @Test
    void aDeliveryWaitsWhileItsReceiverRefuses() {
        var tenant = Tenants.newTenant();
        long before = hooks.read().deliveries();
        try (var receiver = TestReceiver.plain().always(answering(500))) {
            var hook = Hooks.webhook(tenant.key(), receiver);
            happened.fire(tenant.id(), Happened.decided("denied", "north", 1));

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(hooks.read().deliveries()).isGreaterThan(before));
            assertThat(hooks.read().oldest())
                    .hasValueSatisfying(oldest -> assertThat(oldest).isBefore(Instant.now()));
            hook.delete();
        }
    }

    /** A second later it has its place: then another one is written. */
    @Test
    void anEntryOfAnyTenantWaitsForItsPlace() {
        var tenant = Tenants.newTenant();

        await().atMost(SOON).untilAsserted(() -> {
            happened.fire(tenant.id(), Happened.decided("denied", "north", 1));
            var pending = audit.read();
            assertThat(pending.entries()).isPositive();
            assertThat(pending.oldest()).isPresent();
        });
    }

    @Test
    void jobsThatComeAgainAreThere() {
        assertThat(jobs.read()).extracting(JobQueue.Kind::job).contains("retention", "audit-sequencer");
    }
}
