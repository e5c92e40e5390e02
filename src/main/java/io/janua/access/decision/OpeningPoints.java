package io.janua.access.decision;

import io.janua.access.AccessPoints;
import io.janua.access.OnFailure;
import io.janua.access.PointMode;
import io.janua.access.PointRef;
import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.problem.Problem;
import io.janua.security.Acting;
import io.janua.tenant.CurrentTenant;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Remembers the points that are to open when the service fails, as they were while the database answered last. Points
 * that are locked down or switched off are not among them, nor are those where this instance never decided.
 */
@ApplicationScoped
class OpeningPoints {

    /** What another instance changes is known here after this. */
    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final Map<Key, PointRef> known = new ConcurrentHashMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AccessPoints points;
    private final CurrentTenant tenant;

    OpeningPoints(AccessPoints points, CurrentTenant tenant) {
        this.points = points;
        this.tenant = tenant;
    }

    private record Key(String tenant, String point) {}

    void start(@Observes StartupEvent started) {
        Thread.ofVirtual().name("opening-points").start(this::work);
    }

    void stop(@Observes ShutdownEvent ended) {
        stopping.countDown();
    }

    /** Only those that open: there are few of them, and all others stay shut whatever is remembered. */
    void remember(PointRef point) {
        if (opens(point)) {
            known.put(key(point.name()), point);
        } else {
            forget(point.name());
        }
    }

    Optional<PointRef> find(String point) {
        return Optional.ofNullable(known.get(key(point)));
    }

    void forget(String point) {
        known.remove(key(point));
    }

    /** What is changed here counts at once: until somebody decides there again, nobody knows what the point is to do. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) Happening happening) {
        if (happening.action() == Action.ACCESS_MODE_CHANGED) {
            forget(String.valueOf(happening.facts().get("point")));
        } else if (happening.action() == Action.ACCESS_CONFIGURED) {
            forget(String.valueOf(happening.facts().get("name")));
        }
    }

    private void work() {
        try {
            while (!stopping.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
                known.keySet()
                        .forEach(key -> new Acting(key.tenant(), "system:access").run(() -> refresh(key.point())));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void refresh(String point) {
        try {
            PointRef now = points.open(point);
            // What was forgotten meanwhile stays so: it was locked down after this was read.
            known.computeIfPresent(key(point), (_, _) -> opens(now) ? now : null);
        } catch (Problem refused) {
            if (refused.code().status() < 500) {
                forget(point);
            }
        } catch (RuntimeException databaseGone) {
            // Then nobody can have changed it either.
            Log.debugf(databaseGone, "access point '%s' is remembered as it was", point);
        }
    }

    private static boolean opens(PointRef point) {
        return point.settings().onFailure() == OnFailure.GRANT && point.enabled() && point.mode() != PointMode.LOCKDOWN;
    }

    private Key key(String point) {
        return new Key(tenant.id(), point);
    }
}
