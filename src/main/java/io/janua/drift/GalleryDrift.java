package io.janua.drift;

import io.janua.gallery.GalleryRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads what is known of a gallery, within the caller's transaction. */
@ApplicationScoped
class GalleryDrift {

    private final CountRows counts;
    private final BaselineRows baselines;
    private final ModelImpostors impostors;
    private final DriftConfig config;
    private final InstantSource clock;

    GalleryDrift(
            CountRows counts,
            BaselineRows baselines,
            ModelImpostors impostors,
            DriftConfig config,
            InstantSource clock) {
        this.counts = counts;
        this.baselines = baselines;
        this.impostors = impostors;
        this.config = config;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Where the days begin that are compared, of which the given one is the last. */
    LocalDate windowBegin(LocalDate last) {
        return last.minusDays(config.windowDays() - 1L);
    }

    Assessment assessment(GalleryRef gallery, Optional<Baseline> baseline) {
        return new Assessment(
                config.threshold(),
                config.minObservations(),
                impostors.of(gallery.model()),
                baseline.map(period -> counts.sum(gallery.id(), gallery.model(), period.from(), period.to())));
    }

    DriftView view(GalleryRef gallery, LocalDate from, LocalDate to) {
        Optional<Baseline> baseline = baselines.find(gallery.id(), gallery.model());
        var assessment = assessment(gallery, baseline);
        return DriftView.of(
                gallery, from, to, assessment, baseline, counts.days(gallery.id(), gallery.model(), from, to));
    }
}
