package io.janua.ops.metrics;

import io.janua.time.Stage;
import io.janua.time.Stages;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Times the stages, and makes each a span of the request's trace where there is one. A span says which stage it was and
 * nothing of whom it was about.
 */
@Singleton
class StageWatch implements Stages {

    private final Map<Stage, Timer> timers = new EnumMap<>(Stage.class);
    private final Tracer tracer;

    StageWatch(MeterRegistry registry, Tracer tracer) {
        this.tracer = tracer;
        for (Stage stage : Stage.values()) {
            timers.put(
                    stage,
                    Timer.builder("janua.stage")
                            .description("How long the stages of decisions take")
                            .tag("stage", stage.wireName())
                            .serviceLevelObjectives(Buckets.STAGES)
                            .register(registry));
        }
    }

    @Override
    public <T> T watch(Stage stage, Supplier<T> work) {
        return isTraced() ? traced(stage, work) : timed(stage, work);
    }

    @Override
    public void waited(long since) {
        long nanos = System.nanoTime() - since;
        timers.get(Stage.WAIT).record(nanos, TimeUnit.NANOSECONDS);
        if (isTraced()) {
            long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
            tracer.spanBuilder(Stage.WAIT.wireName())
                    .setStartTimestamp(now - nanos, TimeUnit.NANOSECONDS)
                    .startSpan()
                    .end(now, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public <T> Callable<T> carried(Callable<T> work) {
        return isTraced() ? Context.current().wrap(work) : work;
    }

    private <T> T timed(Stage stage, Supplier<T> work) {
        long began = System.nanoTime();
        try {
            return work.get();
        } finally {
            timers.get(stage).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }

    private <T> T traced(Stage stage, Supplier<T> work) {
        Span span = tracer.spanBuilder(stage.wireName()).startSpan();
        try (var _ = span.makeCurrent()) {
            return timed(stage, work);
        } catch (RuntimeException | Error failed) {
            // Without its text, which may be about somebody.
            span.setStatus(StatusCode.ERROR);
            throw failed;
        } finally {
            span.end();
        }
    }

    private static boolean isTraced() {
        return Span.current().getSpanContext().isSampled();
    }
}
