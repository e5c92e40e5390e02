package io.janua.enrollment.imports;

import io.janua.security.LastingAnswers;
import io.janua.security.Operations;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Looks at an import each second for whoever follows it. Waiting costs a virtual thread and nothing else. */
@ApplicationScoped
class ImportProgress {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    /** Whoever wants to know more asks again; a listener that has vanished in silence costs no more than this. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final ImportService imports;
    private final LastingAnswers answers;
    private final CountDownLatch stopping = new CountDownLatch(1);

    ImportProgress(ImportService imports, LastingAnswers answers) {
        this.imports = imports;
        this.answers = answers;
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.countDown();
    }

    void stopSoon(@Observes ShutdownDelayInitiatedEvent announced) {
        stopping.countDown();
    }

    /**
     * Until the import or the listener's credentials have ended, the listener has gone, the service stops, or ten minutes
     * are over.
     *
     * @throws io.janua.problem.Problem {@code import_not_found}, also when it is deleted meanwhile
     */
    void follow(UUID id, Consumer<ImportView> listener, BooleanSupplier gone) {
        Instant end = Instant.now().plus(LONGEST);
        ImportView view;
        do {
            view = imports.get(id);
            listener.accept(view);
        } while (!view.state().ended()
                && Instant.now().isBefore(end)
                && !stopsWithin(PERIOD)
                && !gone.getAsBoolean()
                && answers.stillPermitted(Operations.ENROLL, view.gallery()));
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
