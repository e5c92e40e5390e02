package io.janua.enrollment.imports;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Looks at an import each second for whoever follows it. Waiting costs a virtual thread and nothing else. */
@ApplicationScoped
class ImportProgress {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final ImportService imports;
    private final CountDownLatch stopping = new CountDownLatch(1);

    ImportProgress(ImportService imports) {
        this.imports = imports;
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.countDown();
    }

    void stopSoon(@Observes ShutdownDelayInitiatedEvent announced) {
        stopping.countDown();
    }

    /**
     * Until the import has ended, the listener has gone, or the service stops.
     *
     * @throws io.janua.problem.Problem {@code import_not_found}, also when it is deleted meanwhile
     */
    void follow(UUID id, Consumer<ImportView> listener, BooleanSupplier gone) {
        ImportView view;
        do {
            view = imports.get(id);
            listener.accept(view);
        } while (!view.state().ended() && !gone.getAsBoolean() && !stopsWithin(PERIOD));
    }

    private boolean stopsWithin(Duration period) {
        try {
            return stopping.await(period.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
