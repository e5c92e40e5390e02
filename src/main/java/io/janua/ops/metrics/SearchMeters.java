package io.janua.ops.metrics;

import io.janua.gallery.Searched;
import io.janua.gallery.resident.ResidentGalleries;
import io.janua.gallery.resident.ResidentView;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumMap;
import java.util.Map;

/** Where galleries are searched, and what of them is in this instance's memory. */
@ApplicationScoped
class SearchMeters {

    private final MeterRegistry registry;
    private final ResidentGalleries resident;
    private final Map<Searched.Way, Counter> searches = new EnumMap<>(Searched.Way.class);

    SearchMeters(MeterRegistry registry, ResidentGalleries resident) {
        this.registry = registry;
        this.resident = resident;
        for (Searched.Way way : Searched.Way.values()) {
            searches.put(
                    way,
                    Counter.builder("janua.searches")
                            .description("Searches of a gallery, by where they were done")
                            .tag("way", Labels.of(way))
                            .register(registry));
        }
    }

    void register(@Observes StartupEvent started) {
        for (ResidentView.State state : ResidentView.State.values()) {
            Gauge.builder("janua.search.galleries", resident, all -> count(all, state))
                    .description("Galleries that are in memory or were to be, by state")
                    .tag("state", Labels.of(state))
                    .register(registry);
        }
        Gauge.builder("janua.search.templates", resident, SearchMeters::templates)
                .description("Templates in memory")
                .register(registry);
        Gauge.builder("janua.search.memory", resident, ResidentGalleries::bytes)
                .description("Memory in use for galleries")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("janua.search.memory.limit", resident, ResidentGalleries::limit)
                .description("Memory that galleries may use; 0 where all are searched in the database")
                .baseUnit("bytes")
                .register(registry);
    }

    void count(@Observes Searched searched) {
        searches.get(searched.way()).increment();
    }

    private static double count(ResidentGalleries all, ResidentView.State state) {
        return all.all().stream().filter(gallery -> gallery.state() == state).count();
    }

    private static double templates(ResidentGalleries all) {
        return all.all().stream().mapToLong(ResidentView::templates).sum();
    }
}
