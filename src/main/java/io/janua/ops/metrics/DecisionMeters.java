package io.janua.ops.metrics;

import io.janua.access.decision.AccessReason;
import io.janua.access.decision.OpenedUnrecorded;
import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.problem.ProblemCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts what was decided, once it is written down. */
@ApplicationScoped
class DecisionMeters {

    private static final Map<Action, String> KINDS = new EnumMap<>(Map.of(
            Action.VERIFY, "verify",
            Action.IDENTIFY, "identify",
            Action.COMPARE, "compare",
            Action.FACE_ENROLLED, "enroll"));

    /** The outcomes an alert waits for: of the others many come before anybody asks for their increase. */
    private static final Map<Action, String> ATTACKS = new EnumMap<>(Map.of(
            Action.VERIFY, "spoof",
            Action.IDENTIFY, "spoof",
            Action.FACE_ENROLLED, ProblemCode.SPOOF_SUSPECTED.wireName()));

    private static final Set<String> REASONS =
            Stream.of(AccessReason.values()).map(AccessReason::wireName).collect(Collectors.toSet());

    private final MeterRegistry registry;
    private final Map<Action, Map<String, Counter>> decisions = new EnumMap<>(Action.class);
    private final Map<AccessReason, Counter> access = new EnumMap<>(AccessReason.class);

    DecisionMeters(MeterRegistry registry) {
        this.registry = registry;
        KINDS.keySet().forEach(action -> decisions.put(action, new ConcurrentHashMap<>()));
    }

    /** At 0, so that the first of a kind is an increase. */
    void register(@Observes StartupEvent started) {
        for (AccessReason reason : AccessReason.values()) {
            access.put(reason, access(reason));
        }
        ATTACKS.forEach(this::counter);
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) Happening happening) {
        if (happening.action() == Action.ACCESS_DECIDED) {
            if (happening.facts().get("reason") instanceof String reason && REASONS.contains(reason)) {
                access.get(AccessReason.fromString(reason)).increment();
            }
            return;
        }
        if (KINDS.containsKey(happening.action())) {
            counter(happening.action(), happening.outcome()).increment();
        }
    }

    void count(@Observes OpenedUnrecorded opened) {
        access.get(AccessReason.FAILED_SAFE).increment();
    }

    private Counter counter(Action action, String outcome) {
        return decisions.get(action).computeIfAbsent(outcome, word -> decision(action, word));
    }

    private Counter decision(Action action, String outcome) {
        return Counter.builder("janua.decisions")
                .description("Verifications, identifications, comparisons and enrolments by what came of them")
                .tag("kind", KINDS.get(action))
                .tag("outcome", Labels.word(outcome))
                .register(registry);
    }

    private Counter access(AccessReason reason) {
        return Counter.builder("janua.access.decisions")
                .description("Access decisions by outcome and reason")
                .tag("outcome", Labels.of(reason.outcome()))
                .tag("reason", reason.wireName())
                .register(registry);
    }
}
