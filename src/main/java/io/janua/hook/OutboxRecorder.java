package io.janua.hook;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import io.janua.event.Happening;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Writes what has to be told, in the transaction that brought it about: neither lasts without the other. */
@ApplicationScoped
class OutboxRecorder {

    private static final String POINT = "point";

    private final Outbox outbox;
    private final DeliveryRows deliveries;
    private final Sequencer sequencer;
    private final CurrentTenant tenant;

    OutboxRecorder(Outbox outbox, DeliveryRows deliveries, Sequencer sequencer, CurrentTenant tenant) {
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.sequencer = sequencer;
        this.tenant = tenant;
    }

    @Transactional(MANDATORY)
    void record(@Observes Happening happening) {
        EventType.of(happening).ifPresent(type -> {
            if (type == EventType.SUBJECT_ERASE) {
                deliveries.forgetRequests(outbox.forgetSubject(happening.gallery(), happening.subject()));
            }
            outbox.add(
                    UuidVersion7Strategy.INSTANCE.generateUuid(null),
                    type,
                    happening.facts().get(POINT) instanceof String point ? point : "",
                    happening.gallery(),
                    happening.subject(),
                    Instant.now().truncatedTo(ChronoUnit.MILLIS),
                    data(happening));
        });
    }

    /** Not before it lasts, or there would be nothing to see. */
    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) Happening happening) {
        EventType.of(happening).ifPresent(_ -> sequencer.ring(tenant.id()));
    }

    private static Map<String, Object> data(Happening happening) {
        Map<String, Object> data = new LinkedHashMap<>(happening.facts());
        if (!happening.outcome().equals(Happening.DONE)) {
            data.putIfAbsent("outcome", happening.outcome());
        }
        return data;
    }
}
