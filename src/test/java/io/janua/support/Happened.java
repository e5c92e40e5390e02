package io.janua.support;

import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.security.Acting;
import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;

/** Lets things happen, as the features do that are not asked here. */
@ApplicationScoped
@Unremovable
public class Happened {

    @Inject
    Event<Happening> happenings;

    /** A grant at a point, good for half a minute: a busy machine tells a relay late. */
    public void granted(String tenant, String point, int number) {
        fire(
                tenant,
                decided("granted", point, number)
                        .with("expiresAt", Instant.now().plusSeconds(30).toString()));
    }

    public static Happening decided(String outcome, String point, int number) {
        return new Happening(Action.ACCESS_DECIDED, "staff", "subject-" + number, outcome, Map.of())
                .with("decision", "d-" + number)
                .with("point", point)
                .with("number", number)
                .with("reason", "rule")
                .with("score", 0.9)
                .with("threshold", 0.4);
    }

    public void fire(String tenant, Happening happening) {
        new Acting(tenant, "system:test")
                .run(() -> QuarkusTransaction.requiringNew().run(() -> happenings.fire(happening)));
    }

    /** With what is fired in between, nothing lasts. */
    public void rolledBack(String tenant, Happening happening) {
        new Acting(tenant, "system:test").run(() -> {
            QuarkusTransaction.begin();
            happenings.fire(happening);
            QuarkusTransaction.rollback();
        });
    }
}
