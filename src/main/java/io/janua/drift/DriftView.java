package io.janua.drift;

import io.janua.gallery.GalleryRef;
import io.janua.vision.model.Rate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a gallery's recognitions were. */
@Schema(name = "Drift")
record DriftView(
        String gallery,

        @Schema(description = "The gallery's embedding model")
        String model,

        LocalDate from,
        LocalDate to,

        @Schema(description = "The worst of the measures that raise events")
        Verdict verdict,

        @Schema(description = "Population stability index from which on a measure has drifted")
        double threshold,

        @Schema(description = "Observations below which nothing is said")
        int minObservations,

        @Schema(description = "With which days these are compared; absent until there is one") @Nullable
        BaselineView baseline,

        List<MeasureView> measures,

        @Schema(description = "How often somebody else than was found reached a score that is that rare by calibration")
        List<RarityView> strangers,

        @Schema(description = "Those on which at least 20 pictures were to be recognised; less is told of no day")
        List<DayView> days) {

    DriftView {
        measures = List.copyOf(measures);
        strangers = List.copyOf(strangers);
        days = List.copyOf(days);
    }

    @Schema(name = "DriftBaseline")
    record BaselineView(
            LocalDate from,
            LocalDate to,

            @Schema(description = "False where it is the time from the first probe on")
            boolean chosen,

            Instant takenAt) {

        static BaselineView of(Baseline baseline) {
            return new BaselineView(baseline.from(), baseline.to(), baseline.chosen(), baseline.takenAt());
        }
    }

    @Schema(name = "DriftRarity")
    record RarityView(
            @Schema(description = "The share of searches in which that happens, by the calibration")
            double expected,

            @Schema(description = "In which somebody was found")
            long searches,

            @Schema(description = "In how many of them somebody else reached it")
            long reached,

            @Schema(description = "Of the share that reached it, with 95 % confidence; absent without searches")
            @Nullable
            Double lower,

            @Nullable Double upper,
            Rarity.Finding finding) {

        static RarityView of(Rarity rarity, int minObservations) {
            var share = Optional.of(rarity)
                    .filter(counted -> counted.searches() > 0)
                    .map(Rarity::interval);
            return new RarityView(
                    rarity.expected(),
                    rarity.searches(),
                    rarity.reached(),
                    share.map(Rate.Interval::low).orElse(null),
                    share.map(Rate.Interval::high).orElse(null),
                    rarity.finding(minObservations));
        }
    }

    @Schema(name = "DriftDay")
    record DayView(
            LocalDate day,
            long probes,
            long noFace,
            long manyFaces,
            long poorQuality,

            @Schema(description = "Probes that presentation attack detection refused")
            long spoofSuspected,

            @Nullable Spread othersScore,
            @Nullable Spread foundScore,
            @Nullable Spread quality) {

        static DayView of(LocalDate day, Counts counts) {
            long[] acquired = counts.of(Measure.ACQUISITION);
            return new DayView(
                    day,
                    counts.total(Measure.ACQUISITION),
                    acquired[Acquisition.NO_FACE.ordinal()],
                    acquired[Acquisition.MANY_FACES.ordinal()],
                    acquired[Acquisition.POOR_QUALITY.ordinal()],
                    acquired[Acquisition.SPOOF_SUSPECTED.ordinal()],
                    Spread.of(counts, Measure.OTHERS_SCORE).orElse(null),
                    Spread.of(counts, Measure.FOUND_SCORE).orElse(null),
                    Spread.of(counts, Measure.QUALITY).orElse(null));
        }
    }

    static DriftView of(
            GalleryRef gallery,
            LocalDate from,
            LocalDate to,
            Assessment assessment,
            Optional<Baseline> baseline,
            SortedMap<LocalDate, Counts> days) {
        Counts counts = Counts.sum(days.values());
        var findings = assessment.findings(counts);
        return new DriftView(
                gallery.name(),
                gallery.model(),
                from,
                to,
                Assessment.overall(findings),
                assessment.threshold(),
                assessment.minObservations(),
                baseline.map(BaselineView::of).orElse(null),
                findings.stream().map(MeasureView::of).toList(),
                Rarity.of(counts).stream()
                        .map(rarity -> RarityView.of(rarity, assessment.minObservations()))
                        .toList(),
                days.entrySet().stream()
                        .filter(day -> day.getValue().total(Measure.ACQUISITION) > 0)
                        .map(day -> DayView.of(day.getKey(), day.getValue()))
                        .toList());
    }
}
