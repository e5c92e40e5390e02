package io.janua.drift;

import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.gallery.GalleryRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Looks at the last days of a gallery and tells what has changed since somebody looked last. */
@ApplicationScoped
class DriftCheck {

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
        LocalDate today = drift.today();
        Optional<Baseline> baseline =
                baselines.find(gallery.id(), gallery.model()).or(() -> first(gallery, today));
        Counts observed = counts.sum(gallery.id(), gallery.model(), drift.windowBegin(today), today);
        drift.assessment(gallery, baseline).findings(observed).stream()
                .filter(finding -> finding.measure().alarms())
                .forEach(finding -> tell(gallery, finding));
    }

    /** Those whose time is over. */
    @Transactional
    void sweep() {
        counts.deleteBefore(drift.today().minusDays(config.keepDays()));
    }

    /** From the first day on, for as long as it takes; a day counts once it is over. */
    private Optional<Baseline> first(GalleryRef gallery, LocalDate today) {
        List<CountRows.Probes> days = counts.probes(gallery.id(), gallery.model());
        long probes = 0;
        for (CountRows.Probes day : days) {
            probes += day.count();
            if (probes >= config.baselineProbes() && day.day().isBefore(today)) {
                var baseline = new Baseline(days.getFirst().day(), day.day(), false, clock.instant());
                baselines.put(gallery.id(), gallery.model(), baseline);
                return Optional.of(baseline);
            }
        }
        return Optional.empty();
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
