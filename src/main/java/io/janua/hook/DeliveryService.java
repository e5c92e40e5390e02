package io.janua.hook;

import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.tenant.CurrentTenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Shows what hooks were told, tells it again, and tries them out. */
@ApplicationScoped
class DeliveryService {

    private final HookService hooks;
    private final HookRows hookRows;
    private final HookOpening opening;
    private final DeliveryRows deliveries;
    private final Sequencer sequencer;
    private final CurrentTenant tenant;
    private final Event<Happening> happenings;

    DeliveryService(
            HookService hooks,
            HookRows hookRows,
            HookOpening opening,
            DeliveryRows deliveries,
            Sequencer sequencer,
            CurrentTenant tenant,
            Event<Happening> happenings) {
        this.hooks = hooks;
        this.hookRows = hookRows;
        this.opening = opening;
        this.deliveries = deliveries;
        this.sequencer = sequencer;
        this.tenant = tenant;
        this.happenings = happenings;
    }

    @Transactional
    Page<DeliveryView> list(String hook, DeliveryState state, PageQuery query) {
        Hook found = hooks.find(hook);
        String list = "deliveries:%s:%s".formatted(found.id(), state);
        return Page.of(
                list,
                deliveries.before(found.id(), query.lastId(list), Optional.ofNullable(state), query.size() + 1),
                query.size(),
                delivery -> delivery.id().toString());
    }

    @Transactional
    DeliveryView get(String hook, UUID event) {
        return find(hooks.find(hook), event);
    }

    /** Goes out soon after, by whoever works on the hook. */
    DeliveryView replay(String hook, UUID event) {
        DeliveryView replayed = QuarkusTransaction.requiringNew().call(() -> {
            Hook found = hooks.find(hook);
            find(found, event);
            deliveries.replay(found.id(), event);
            hookRows.touch(found.id());
            happenings.fire(Happening.of(Action.HOOK_REPLAYED)
                    .with("hook", found.name())
                    .with("event", event.toString()));
            return find(found, event);
        });
        sequencer.ring(tenant.id());
        return replayed;
    }

    /** Waits for what comes of it, and tells nobody else. */
    DeliveryView test(String hook) {
        OpenHook open = QuarkusTransaction.requiringNew().call(() -> opening.open(hooks.find(hook)));
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        var event = new OutboxEvent(
                id, 0, EventType.HOOK_TEST, "", Optional.empty(), Optional.empty(), now, Map.of("hook", hook));
        Attempt attempt = open.tell(event, LaneRun.LIMIT);
        boolean delivered = attempt.verdict() == Attempt.Verdict.DELIVERED;
        var result = DeliveryResult.tried(
                Delivery.alone(event, now),
                delivered ? DeliveryState.DELIVERED : DeliveryState.FAILED,
                Optional.empty(),
                attempt);
        return QuarkusTransaction.requiringNew().call(() -> {
            deliveries.record(open.ref().id(), List.of(result), Instant.now());
            return deliveries.find(open.ref().id(), id).orElseThrow();
        });
    }

    private DeliveryView find(Hook hook, UUID event) {
        return deliveries
                .find(hook.id(), event)
                .orElseThrow(() -> new Problem(
                        ProblemCode.DELIVERY_NOT_FOUND,
                        "The hook has no delivery %s.".formatted(event),
                        "id",
                        "List them with GET /v1/hooks/{hook}/deliveries."));
    }
}
