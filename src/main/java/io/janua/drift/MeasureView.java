package io.janua.drift;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One measure: what was counted, and what was in the baseline. */
@Schema(name = "DriftMeasure")
record MeasureView(
        @Schema(
                description =
                        "othersScore: best scores of everybody but whoever was found; foundScore: scores of whoever"
                                + " was found, or is who they said; acquisition: what came of probes; quality, and"
                                + " quality.… by what was measured",
                examples = "othersScore")
        String measure,

        long observations,

        @Schema(description = "Population stability index; absent where too little was counted") @Nullable
        Double index,

        Verdict verdict,

        @Schema(description = "Whether an event tells that it drifted")
        boolean alarms,

        @Schema(description = "From the first to the last one that holds anything")
        List<BinView> bins) {

    /** Shares below are no reason to show a bin. */
    private static final double NOTHING = 1e-4;

    @Schema(name = "DriftBin")
    record BinView(
            @Schema(description = "Where it begins; absent for words") @Nullable
            Double from,

            @Schema(description = "Where it ends; absent for words") @Nullable
            Double to,

            @Schema(description = "What came of probes; absent for values") @Nullable
            Acquisition word,

            long observed,

            @Schema(description = "Share in the baseline, 0 to 1; absent without one") @Nullable
            Double expected) {}

    static MeasureView of(Assessment.Finding finding) {
        Measure measure = finding.measure();
        double total = Arrays.stream(finding.expected().orElse(new double[0])).sum();
        List<BinView> bins = IntStream.range(0, measure.bins().count())
                .mapToObj(bin -> bin(finding, bin, total))
                .toList();
        return new MeasureView(
                measure.name(),
                finding.observations(),
                finding.index().isPresent() ? Math.round(finding.index().getAsDouble() * 1e3) / 1e3 : null,
                finding.verdict(),
                measure.alarms(),
                measure.isWords() ? bins : occupied(bins));
    }

    private static BinView bin(Assessment.Finding finding, int bin, double total) {
        Bins bins = finding.measure().bins();
        boolean words = finding.measure().isWords();
        Double expected = total == 0 ? null : Math.round(finding.expected().orElseThrow()[bin] / total * 1e6) / 1e6;
        return new BinView(
                words ? null : bins.begin(bin),
                words ? null : bins.end(bin),
                words ? Acquisition.values()[bin] : null,
                finding.observed()[bin],
                expected);
    }

    private static List<BinView> occupied(List<BinView> bins) {
        int[] shown = IntStream.range(0, bins.size())
                .filter(bin -> bins.get(bin).observed() > 0
                        || bins.get(bin).expected() != null && bins.get(bin).expected() > NOTHING)
                .toArray();
        return shown.length == 0 ? List.of() : bins.subList(shown[0], shown[shown.length - 1] + 1);
    }
}
