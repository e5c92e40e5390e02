package io.janua.drift;

import io.janua.gallery.GalleryRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads what is known of a gallery, within the caller's transaction. */
@ApplicationScoped
class GalleryDrift {

    private static final Duration WRITTEN = Duration.ofHours(1);

    private final CountRows counts;
    private final BaselineRows baselines;
    private final DriftConfig config;
    private final InstantSource clock;

    GalleryDrift(CountRows counts, BaselineRows baselines, DriftConfig config, InstantSource clock) {
        this.counts = counts;
        this.baselines = baselines;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The last day of which anything is told. While a day is counted, whoever asks again and again could tell the score
     * of whoever just passed; an hour after its end every instance has written it down.
     */
    LocalDate lastDay() {
        return LocalDate.ofInstant(clock.instant().minus(WRITTEN), ZoneOffset.UTC)
                .minusDays(1);
    }

    /** Where the days begin that are compared, of which the given one is the last. */
    LocalDate windowBegin(LocalDate last) {
        return last.minusDays(config.windowDays() - 1L);
    }

    /** How many a baseline needs: with fewer than are needed to say anything, nothing would ever be said. */
    int baselineProbes() {
        return Math.max(config.baselineProbes(), config.minObservations());
    }

    Assessment assessment(GalleryRef gallery, Optional<Baseline> baseline) {
        return new Assessment(
                config.threshold(),
                config.minObservations(),
                baseline.map(period -> counts.sum(gallery.id(), gallery.model(), period.from(), period.to())));
    }

    DriftView view(GalleryRef gallery, LocalDate from, LocalDate to) {
        Optional<Baseline> baseline = baselines.find(gallery.id(), gallery.model());
        var assessment = assessment(gallery, baseline);
        return DriftView.of(
                gallery, from, to, assessment, baseline, counts.days(gallery.id(), gallery.model(), from, to));
    }
}
