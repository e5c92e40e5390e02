package io.janua.ops.metrics;

import io.janua.hook.DeliveryMade;
import io.janua.hook.HookTarget;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what came of telling hooks. */
@ApplicationScoped
class HookMeters {

    private final MeterRegistry registry;
    private final Map<String, OfKind> kinds = new ConcurrentHashMap<>();

    HookMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    private record OfKind(Map<DeliveryMade.Outcome, Counter> deliveries, Timer attempts) {}

    /** All at 0, so that the first of a kind is an increase. */
    void register(@Observes StartupEvent started) {
        HookTarget.KINDS.forEach(this::of);
    }

    void count(@Observes DeliveryMade made) {
        OfKind meters = of(made.kind());
        meters.deliveries().get(made.outcome()).increment();
        made.took().ifPresent(meters.attempts()::record);
    }

    private OfKind of(String kind) {
        return kinds.computeIfAbsent(kind, this::made);
    }

    private OfKind made(String kind) {
        Map<DeliveryMade.Outcome, Counter> deliveries = new EnumMap<>(DeliveryMade.Outcome.class);
        for (DeliveryMade.Outcome outcome : DeliveryMade.Outcome.values()) {
            deliveries.put(
                    outcome,
                    Counter.builder("janua.hook.deliveries")
                            .description("Deliveries to hooks, by kind of target and what came of them")
                            .tag("kind", Labels.word(kind))
                            .tag("outcome", Labels.of(outcome))
                            .register(registry));
        }
        var attempts = Timer.builder("janua.hook.attempt")
                .description("How long receivers took to answer or to fail")
                .tag("kind", Labels.word(kind))
                .serviceLevelObjectives(Buckets.ATTEMPTS)
                .register(registry);
        return new OfKind(deliveries, attempts);
    }
}
