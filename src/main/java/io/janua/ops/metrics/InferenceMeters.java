package io.janua.ops.metrics;

import io.janua.problem.ProblemCode;
import io.janua.vision.Acquisitions;
import io.janua.vision.FaceRecognizer;
import io.janua.vision.InferencePool;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The queue before the models, and whether pictures can be used. */
@ApplicationScoped
class InferenceMeters implements Acquisitions {

    private final MeterRegistry registry;
    private final Counter acquired;
    private final Map<ProblemCode, Counter> failures = new EnumMap<>(ProblemCode.class);

    InferenceMeters(MeterRegistry registry) {
        this.registry = registry;
        this.acquired = acquisition("acquired");
        FaceRecognizer.NOT_ACQUIRED.forEach(code -> failures.put(code, acquisition(code.wireName())));
    }

    void register(@Observes StartupEvent started, InferencePool pool) {
        gauge(pool, "waiting", "Pictures that wait for a thread", InferencePool::waiting);
        gauge(pool, "capacity", "Pictures that may wait", InferencePool::capacity);
        gauge(pool, "busy", "Threads that work on a picture", InferencePool::busy);
        gauge(pool, "threads", "Threads that can work on pictures", InferencePool::threads);
        FunctionCounter.builder("janua.inference.refused", pool, InferencePool::refused)
                .description("Pictures for which there was no room in the queue")
                .register(registry);
    }

    @Override
    public void acquired() {
        acquired.increment();
    }

    @Override
    public void failed(ProblemCode why) {
        failures.get(why).increment();
    }

    private void gauge(InferencePool pool, String what, String description, ToDoubleFunction<InferencePool> value) {
        Gauge.builder("janua.inference." + what, pool, value)
                .description(description)
                .register(registry);
    }

    private Counter acquisition(String outcome) {
        return Counter.builder("janua.acquisitions")
                .description("Pictures of which one face was wanted, by whether it could be used")
                .tag("outcome", outcome)
                .register(registry);
    }
}
