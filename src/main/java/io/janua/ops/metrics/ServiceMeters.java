package io.janua.ops.metrics;

import io.janua.instance.Instances;
import io.janua.vision.model.ModelEntry;
import io.janua.vision.model.RunningPack;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What runs: facts as labels of a metric that is always 1. */
@ApplicationScoped
class ServiceMeters {

    /** Enough to tell two files apart. */
    private static final int DIGITS = 12;

    private final MeterRegistry registry;

    ServiceMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void register(
            @Observes StartupEvent started,
            RunningPack running,
            Instances instances,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        Gauge.builder("janua.build", () -> 1)
                .description("Version of the service and of its Java runtime")
                .tag("version", version)
                .tag("java", Runtime.version().toString())
                .register(registry);
        running.models().forEach(this::model);
        Gauge.builder("janua.model.fallback", () -> running.missing().isPresent() ? 1 : 0)
                .description("1 while a pack runs in place of one that could not be had")
                .register(registry);
        Gauge.builder("janua.instances", instances, all -> all.live().size())
                .description("Instances at this database that live, as this one knows, itself included")
                .register(registry);
    }

    private void model(ModelEntry model) {
        Gauge.builder("janua.model", () -> 1)
                .description("Models that run")
                .tag("role", model.role().name().toLowerCase(Locale.ROOT))
                .tag("model", model.id())
                .tag("sha256", model.sha256().substring(0, DIGITS))
                .register(registry);
    }
}
