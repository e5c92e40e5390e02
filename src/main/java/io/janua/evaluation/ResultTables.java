package io.janua.evaluation;

import io.janua.evaluation.PackOutcome.Judged;
import io.janua.evaluation.ResultTable.Cell;
import io.janua.evaluation.ResultTable.Row;
import io.janua.time.Stage;
import io.janua.vision.model.Calibration.OperatingPoint;
import io.janua.vision.model.Rate;
import io.janua.vision.model.ScoreDistribution.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which figures are shown, in which order and with which words. */
final class ResultTables {

    /** Rates at which papers compare models. */
    static final List<Double> FALSE_ACCEPT_RATES = List.of(1e-2, 1e-3, 1e-4, 1e-5, 1e-6);

    static final String EVERY_TWO = "Every two photographs";

    private static final List<Integer> RANKS = List.of(1, 5, 10);

    private final Evaluation evaluation;
    private final List<Judged> judged;
    private final List<String> packs;

    private ResultTables(Evaluation evaluation) {
        this.evaluation = evaluation;
        judged = evaluation.judged();
        packs = judged.stream().map(Judged::pack).toList();
    }

    /** Empty where no pack could be asked. */
    static List<ResultTable> of(Evaluation evaluation) {
        var tables = new ResultTables(evaluation);
        if (tables.judged.isEmpty()) {
            return List.of();
        }
        List<ResultTable> all = new ArrayList<>();
        all.add(tables.photographs());
        if (evaluation.listedPairs() > 0) {
            all.add(tables.protocol());
        }
        all.add(tables.pairs());
        all.add(tables.operatingPoint());
        all.add(tables.thresholds());
        all.add(tables.identification());
        all.add(tables.speed());
        return all;
    }

    private ResultTable photographs() {
        return table(
                "Photographs",
                "Of several faces the largest is taken, as in a search. A file that is no picture says nothing of a"
                        + " person and is no failure to acquire. Below a figure: its 95 % interval.",
                row(
                        "templates made",
                        pack -> Cell.of(Shown.count(pack.acquisition().acquired()))),
                row(
                        "failure to acquire: no face found",
                        pack -> Cell.of(pack.acquisition().failureToAcquire())),
                row(
                        "files that are no use",
                        pack -> Cell.of(
                                Shown.count(pack.acquisition().unusable().size()))),
                row(
                        "an enrolment would refuse: several faces",
                        pack -> Cell.of(Shown.count(pack.acquisition().severalFaces()))),
                row(
                        "an enrolment would refuse: quality",
                        pack -> Cell.of(Shown.count(pack.acquisition().poorQuality()))));
    }

    private ResultTable protocol() {
        List<Row> rows = new ArrayList<>();
        rows.add(row("accuracy, mean of the folds", pack -> pack.protocol()
                .flatMap(Protocol::accuracy)
                .map(folds -> Cell.of(
                        "%s ± %s".formatted(Shown.percent(folds.mean()), Shown.percent(folds.standardError())),
                        "%d folds; %s".formatted(folds.folds().size(), Shown.interval(folds.interval()))))
                .orElse(Cell.of(Shown.UNKNOWN, "needs two folds"))));
        rows.add(row(
                "accuracy at the operating point",
                pack -> Cell.of(listed(pack).confusionAt(pack.threshold()).accuracy())));
        rows.addAll(trueAccepts(ResultTables::listed));
        rows.add(row(
                "precision / recall / F1 at the operating point",
                pack -> confusion(listed(pack).confusionAt(pack.threshold()))));
        rows.add(row(
                "refused for want of a face",
                pack -> Cell.of(
                        pack.protocol().map(Protocol::refused).map(Shown::count).orElse(Shown.UNKNOWN))));
        rows.add(row(
                "left out: a file is no use",
                pack -> Cell.of(pack.protocol()
                        .map(Protocol::unusable)
                        .map(Shown::count)
                        .orElse(Shown.UNKNOWN))));
        return table(
                "Listed pairs",
                "Each fold is decided with the threshold that is best on the others; ± is the standard error of the"
                        + " mean, below it the 95 % interval by Student's t. A pair without a face in one of its"
                        + " photographs counts as refused, which is wrong of one person's. Marked † as below.",
                rows.toArray(Row[]::new));
    }

    private ResultTable pairs() {
        List<Row> rows = new ArrayList<>();
        rows.add(row(
                "pairs of one person", pack -> Cell.of(Shown.count(pack.all().matedPairs()))));
        rows.add(row(
                "pairs of two people", pack -> Cell.of(Shown.count(pack.all().nonMatedPairs()))));
        rows.add(row(
                "mean score of one person's / two people's",
                pack -> Cell.of("%s / %s"
                        .formatted(
                                mean(pack.scores().mated()), mean(pack.scores().nonMated())))));
        rows.addAll(trueAccepts(Judged::all));
        rows.add(
                row("equal error rate", pack -> Cell.of(Shown.percent(pack.all().equalErrorRate()))));
        return table(
                EVERY_TWO,
                "TAR at FAR is the share of one person's pairs above the threshold that this share of two people's"
                        + " pairs reaches: 1 − FNMR at FMR. Marked † where fewer than %d pairs of two people lie above"
                                .formatted(ErrorCurve.LEAST_ERRORS)
                        + " it: then nobody knows that threshold. Pairs share people, so the intervals are somewhat"
                        + " too narrow.",
                rows.toArray(Row[]::new));
    }

    private List<Row> trueAccepts(Function<Judged, ErrorCurve> curve) {
        return FALSE_ACCEPT_RATES.stream()
                .map(far -> row("TAR at FAR " + Shown.rate(far), pack -> trueAccepts(curve.apply(pack), far)))
                .toList();
    }

    private static Cell trueAccepts(ErrorCurve curve, double far) {
        if (curve.isEmpty()) {
            return Cell.of(Shown.UNKNOWN);
        }
        double threshold = curve.thresholdFor(far);
        Rate rate = curve.tarAt(threshold);
        boolean supported = curve.supports(far);
        return new Cell(
                Shown.percent(rate.value()) + (supported ? "" : " †"),
                "%s; threshold %s".formatted(Shown.interval(rate.interval()), Shown.score(threshold)),
                supported);
    }

    private ResultTable operatingPoint() {
        return table(
                "Operating point, FMR %s".formatted(Shown.rate(evaluation.fmr())),
                "The threshold is the one that the service takes for this false match rate by the catalogue's"
                        + " calibration; the rates are what it came to here, on every two photographs. Precision"
                        + " depends on how many of the pairs are of one person: at your door that is another share.",
                row("threshold of the catalogue", pack -> Cell.of(Shown.score(pack.threshold()))),
                row("false match rate", pack -> Cell.of(pack.all().fmrAt(pack.threshold()))),
                row("false non-match rate", pack -> Cell.of(pack.all().fnmrAt(pack.threshold()))),
                row(
                        "false reject rate, with failures to acquire",
                        pack -> Cell.of(Shown.percent(pack.acquisition()
                                .falseRejectRate(
                                        pack.all().fnmrAt(pack.threshold()).value())))),
                row(
                        "precision",
                        pack -> Cell.of(pack.all().confusionAt(pack.threshold()).precision())),
                row(
                        "recall",
                        pack -> Cell.of(pack.all().confusionAt(pack.threshold()).recall())),
                row(
                        "F1",
                        pack -> Cell.of(Shown.score(
                                pack.all().confusionAt(pack.threshold()).f1()))));
    }

    private ResultTable thresholds() {
        List<Double> rates = judged.stream()
                .flatMap(pack -> calibration(pack).map(OperatingPoint::fmr))
                .distinct()
                .sorted((one, other) -> Double.compare(other, one))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (double fmr : rates) {
            rows.add(row("FMR / FNMR where it promises %s".formatted(Shown.rate(fmr)), pack -> calibration(pack)
                    .filter(point -> point.fmr() == fmr)
                    .findFirst()
                    .map(point -> measured(pack.all(), point.threshold()))
                    .orElse(Cell.of(Shown.UNKNOWN))));
        }
        return table(
                "The catalogue's thresholds",
                "What its calibration promises, and what came of its thresholds here. Where the first rate is much"
                        + " above the promise, calibrate on photographs like these.",
                rows.toArray(Row[]::new));
    }

    private static Cell measured(ErrorCurve curve, double threshold) {
        if (curve.isEmpty()) {
            return Cell.of(Shown.UNKNOWN);
        }
        Rate fmr = curve.fmrAt(threshold);
        return Cell.of(
                "%s / %s"
                        .formatted(
                                Shown.percent(fmr.value()),
                                Shown.percent(curve.fnmrAt(threshold).value())),
                "threshold %s; %s false matches".formatted(Shown.score(threshold), Shown.count(fmr.count())));
    }

    private ResultTable identification() {
        List<Row> rows = new ArrayList<>();
        rows.add(row(
                "people in the gallery",
                pack -> Cell.of(Shown.count(pack.identification().gallerySize()))));
        rows.add(row("probes", pack -> Cell.of(Shown.count(pack.identification().probes()))));
        RANKS.forEach(rank -> rows.add(row(
                "found at rank " + (rank == 1 ? "1" : rank + " or better"),
                pack -> Cell.of(pack.identification().within(rank)))));
        return table(
                "Identification",
                "The first photograph of each person with a face is the gallery, all others are searched for in it. A"
                        + " probe without a face is not found.",
                rows.toArray(Row[]::new));
    }

    private ResultTable speed() {
        List<Row> rows = new ArrayList<>();
        rows.add(row("from the file to the template", pack -> time(pack.times().ofPhotographs())));
        Stream.of(Stage.DECODE, Stage.DETECT, Stage.ALIGN, Stage.QUALITY, Stage.EMBED)
                .forEach(stage ->
                        rows.add(row(stage.wireName(), pack -> time(pack.times().of(stage)))));
        return table(
                "Speed",
                "Median of a photograph, and below it what 95 of 100 stay within, with %d threads at work at once."
                                .formatted(evaluation.threads())
                        + " Other work of the machine counts too.",
                rows.toArray(Row[]::new));
    }

    private static Cell time(StageTimes.Summary time) {
        return Cell.of(Shown.milliseconds(time.median()), "95 % within " + Shown.milliseconds(time.p95()));
    }

    private static Cell confusion(Confusion confusion) {
        return Cell.of("%s / %s / %s"
                .formatted(
                        Shown.percent(confusion.precision().value()),
                        Shown.percent(confusion.recall().value()),
                        Shown.score(confusion.f1())));
    }

    private static Stream<OperatingPoint> calibration(Judged pack) {
        return pack.embedder().calibration().orElseThrow().points().stream();
    }

    private static ErrorCurve listed(Judged pack) {
        return pack.protocol().orElseThrow().curve();
    }

    private static String mean(Scores scores) {
        return scores.count() == 0 ? Shown.UNKNOWN : Shown.score(scores.mean());
    }

    private Row row(String label, Function<Judged, Cell> cell) {
        return new Row(label, judged.stream().map(cell).toList());
    }

    private ResultTable table(String title, String note, Row... rows) {
        return new ResultTable(title, note, packs, List.of(rows));
    }
}
