package io.janua.gallery;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.security.Acting;
import io.janua.security.secrets.TenantSecrets;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Moves a tenant's rows to its newest secrets while everybody goes on working. Each batch is a transaction; what is left
 * to do is what the rows say, so a job that was killed simply begins again.
 */
@ApplicationScoped
class RekeyingJob {

    private static final String NAME = "rekeying";
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final char SEPARATOR = '/';

    private final RekeyingRepository rekeyings;
    private final ProtectedRows rows;
    private final Event<Happening> happenings;

    RekeyingJob(RekeyingRepository rekeyings, ProtectedRows rows, Event<Happening> happenings) {
        this.rekeyings = rekeyings;
        this.rows = rows;
        this.happenings = happenings;
    }

    static TaskInstance<Void> instance(String tenant, UUID rekeying) {
        return new TaskInstance<>(NAME, tenant + SEPARATOR + rekeying);
    }

    /**
     * Not before every instance knows the new secrets and has ended the searches that it began without them, which may
     * have waited three seconds for a connection: they would not find what is turned by the new ones.
     */
    static Instant earliest() {
        return Instant.now().plus(TenantSecrets.KNOWN_WITHIN.multipliedBy(5));
    }

    @Produces
    @Singleton
    OneTimeTask<Void> task() {
        return Tasks.oneTime(NAME)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .execute((instance, context) -> rekey(
                        instance.getId(), () -> context.getSchedulerState().isShuttingDown()));
    }

    private void rekey(String instance, BooleanSupplier stopping) {
        String tenant = instance.substring(0, instance.indexOf(SEPARATOR));
        UUID rekeying = UUID.fromString(instance.substring(instance.indexOf(SEPARATOR) + 1));
        new Acting(tenant, "system:" + NAME).run(() -> {
            while (QuarkusTransaction.requiringNew().call(() -> moveBatch(rekeying)) > 0) {
                if (stopping.getAsBoolean()) {
                    // A failure is tried again: by this instance when it is back, or by another one.
                    throw new IllegalStateException("the service stops; the re-keying goes on later");
                }
            }
            QuarkusTransaction.requiringNew().run(() -> finish(rekeying));
        });
        Log.infof("tenant %s has new secrets", tenant);
    }

    private int moveBatch(UUID rekeying) {
        int moved = rows.moveBatch();
        rekeyings.findById(rekeying).done += moved;
        return moved;
    }

    private void finish(UUID id) {
        rows.retireOldSecrets();
        Rekeying rekeying = rekeyings.findById(id);
        rekeying.state = RekeyingState.DONE;
        rekeying.finishedAt = Instant.now();
        happenings.fire(Happening.of(Action.TENANT_REKEYED)
                .with("rekeying", id.toString())
                .with("rows", rekeying.done));
    }
}
