package io.janua.drift;

import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.gallery.GalleryRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Looks at the last days of a gallery and tells what has changed since somebody looked last. */
@ApplicationScoped
class DriftCheck {

    /** What is hardly ever counted here, such as people found by a watch list, is not waited for any longer. */
    private static final int PATIENCE_DAYS = 30;

    private final GalleryDrift drift;
    private final CountRows counts;
    private final BaselineRows baselines;
    private final DriftedRows drifted;
    private final DriftConfig config;
    private final InstantSource clock;
    private final Event<Happening> happenings;

    DriftCheck(
            GalleryDrift drift,
            CountRows counts,
            BaselineRows baselines,
            DriftedRows drifted,
            DriftConfig config,
            InstantSource clock,
            Event<Happening> happenings) {
        this.drift = drift;
        this.counts = counts;
        this.baselines = baselines;
        this.drifted = drifted;
        this.config = config;
        this.clock = clock;
        this.happenings = happenings;
    }

    @Transactional
    void check(GalleryRef gallery) {
        LocalDate last = drift.lastDay();
        Optional<Baseline> baseline =
                baselines.find(gallery.id(), gallery.model()).or(() -> first(gallery, last));
        Counts observed = counts.sum(gallery.id(), gallery.model(), drift.windowBegin(last), last);
        drift.assessment(gallery, baseline).findings(observed).stream()
                .filter(finding -> finding.measure().alarms())
                .forEach(finding -> tell(gallery, finding));
    }

    /** Those whose time is over. */
    @Transactional
    void sweep() {
        counts.deleteBefore(drift.lastDay().minusDays(config.keepDays()));
    }

    /** From the first day on, for as long as it takes. */
    private Optional<Baseline> first(GalleryRef gallery, LocalDate last) {
        return counts.firstDay(gallery.id(), gallery.model(), last, drift.baselineProbes())
                .flatMap(first -> {
                    Counts sum = Counts.none();
                    for (var day : counts.days(gallery.id(), gallery.model(), first, last)
                            .entrySet()) {
                        sum.add(day.getValue());
                        if (isEnough(sum, ChronoUnit.DAYS.between(first, day.getKey()) + 1)) {
                            var baseline = new Baseline(first, day.getKey(), false, clock.instant());
                            return Optional.of(baselines.putFirst(gallery.id(), gallery.model(), baseline));
                        }
                    }
                    return Optional.empty();
                });
    }

    private boolean isEnough(Counts counted, long days) {
        return days >= config.windowDays()
                && counted.total(Measure.ACQUISITION) >= drift.baselineProbes()
                && (days >= PATIENCE_DAYS
                        || counted.total(Measure.FOUND_SCORE) >= config.minObservations()
                                && counted.total(Measure.QUALITY) >= config.minObservations());
    }

    private void tell(GalleryRef gallery, Assessment.Finding finding) {
        boolean news =
                switch (finding.verdict()) {
                    case DRIFTED -> drifted.add(gallery.id(), gallery.model(), finding.measure());
                    case STEADY -> drifted.remove(gallery.id(), gallery.model(), finding.measure());
                    // Neither: an index that wavers about the threshold is told of once.
                    case SHIFTING, TOO_FEW -> false;
                };
        if (news) {
            happenings.fire(Happening.of(Action.MODEL_WATCHED)
                    .in(gallery.name())
                    .outcome(finding.verdict() == Verdict.DRIFTED ? "drifted" : "steady")
                    .with("model", gallery.model())
                    .with("measure", finding.measure().name())
                    .with("index", rounded(finding.index().orElseThrow()))
                    .with("limit", config.threshold())
                    .with("observations", finding.observations())
                    .with("days", config.windowDays()));
        }
    }

    private static double rounded(double index) {
        return Math.round(index * 1e3) / 1e3;
    }
}
