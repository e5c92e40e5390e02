package io.janua.ops.metrics;

import io.janua.problem.ProblemAnswered;
import io.janua.problem.ProblemCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumMap;
import java.util.Map;

/** Counts requests that were answered with a problem, those that came too often among them. */
@ApplicationScoped
class RefusalMeters {

    private final MeterRegistry registry;
    private final Map<ProblemCode, Counter> problems = new EnumMap<>(ProblemCode.class);

    RefusalMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** All at 0, so that the first of a kind is an increase. */
    void register(@Observes StartupEvent started) {
        for (ProblemCode code : ProblemCode.values()) {
            problems.put(
                    code,
                    Counter.builder("janua.problems")
                            .description("Requests answered with a problem, by its code")
                            .tag("code", code.wireName())
                            .register(registry));
        }
    }

    void count(@Observes ProblemAnswered answered) {
        problems.get(answered.code()).increment();
    }
}
