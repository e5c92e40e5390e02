package io.janua.drift;

import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.gallery.Galleries;
import io.janua.gallery.GalleryRef;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;

/** Shows how a gallery's recognitions have been, and takes what they are to be compared with. */
@ApplicationScoped
class DriftService {

    private static final int MOST_DAYS = 400;

    /** Of years that the database and a calendar can both count with. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 9999;

    private final Galleries galleries;
    private final GalleryDrift drift;
    private final CountRows counts;
    private final BaselineRows baselines;
    private final DriftedRows drifted;
    private final InstantSource clock;
    private final Event<Happening> happenings;

    DriftService(
            Galleries galleries,
            GalleryDrift drift,
            CountRows counts,
            BaselineRows baselines,
            DriftedRows drifted,
            InstantSource clock,
            Event<Happening> happenings) {
        this.galleries = galleries;
        this.drift = drift;
        this.counts = counts;
        this.baselines = baselines;
        this.drifted = drifted;
        this.clock = clock;
        this.happenings = happenings;
    }

    /**
     * @param from null for as many days as are compared every hour
     * @param to null for the last one that is over
     */
    @Transactional
    DriftView show(String galleryName, LocalDate from, LocalDate to) {
        GalleryRef gallery = galleries.open(galleryName);
        LocalDate last = Optional.ofNullable(to).orElseGet(drift::lastDay);
        refuseUnlessPeriod(last, last);
        LocalDate first = Optional.ofNullable(from).orElseGet(() -> drift.windowBegin(last));
        refuseUnlessPeriod(first, last);
        return drift.view(gallery, first, last);
    }

    /** @return the last days, compared with the new baseline */
    @Transactional
    DriftView take(String galleryName, NewBaseline wanted) {
        GalleryRef gallery = galleries.open(galleryName);
        refuseUnlessPeriod(wanted.from(), wanted.to());
        long probes = counts.sum(gallery.id(), gallery.model(), wanted.from(), wanted.to())
                .total(Measure.ACQUISITION);
        if (probes < drift.baselineProbes()) {
            throw new Problem(
                            ProblemCode.BASELINE_TOO_SMALL,
                            "From %s to %s there were %d probes; a baseline needs %d."
                                    .formatted(wanted.from(), wanted.to(), probes, drift.baselineProbes()),
                            "from",
                            "Choose more days, or wait until more people have been recognised.")
                    .with("probes", probes);
        }
        baselines.put(gallery.id(), gallery.model(), new Baseline(wanted.from(), wanted.to(), true, clock.instant()));
        // Nothing that had drifted from the old one is steady for that, and what drifts from this one is news.
        drifted.forget(gallery.id(), gallery.model());
        happenings.fire(Happening.of(Action.BASELINE_TAKEN)
                .in(gallery.name())
                .with("model", gallery.model())
                .with("firstDay", wanted.from().toString())
                .with("lastDay", wanted.to().toString())
                .with("probes", probes));
        LocalDate last = drift.lastDay();
        return drift.view(gallery, drift.windowBegin(last), last);
    }

    private void refuseUnlessPeriod(LocalDate from, LocalDate to) {
        if (from.getYear() < FIRST_YEAR
                || to.getYear() > LAST_YEAR
                || from.isAfter(to)
                || from.plusDays(MOST_DAYS - 1).isBefore(to)) {
            throw Problems.invalid(
                    "from",
                    "From %s to %s is no period of up to %d days.".formatted(from, to, MOST_DAYS),
                    "Give two days as YYYY-MM-DD, the earlier one in 'from'.");
        }
        LocalDate last = drift.lastDay();
        if (to.isAfter(last)) {
            throw Problems.invalid(
                    "to",
                    "The day %s has not been counted to its end.".formatted(to),
                    "End with %s, or earlier: days are those of UTC.".formatted(last));
        }
    }
}
