package io.janua.evaluation;

import io.janua.evaluation.PackOutcome.Judged;
import io.janua.evaluation.PackOutcome.Unfit;
import io.janua.vision.model.ModelEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The results as one file that needs nothing else: no script, no address, pictures within. */
final class EvaluationPage {

    /** Colours that the style sheet knows. */
    private static final int SERIES = 5;

    private static final int NAMED = 200;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final Evaluation evaluation;
    private final StringBuilder html = new StringBuilder();

    private EvaluationPage(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    static String of(Evaluation evaluation) {
        return new EvaluationPage(evaluation).written();
    }

    private String written() {
        html.append("""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <meta name="color-scheme" content="light dark">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
                img-src data:">
                <title>Evaluation of face recognition</title>
                <style>
                """).append(style()).append("</style>\n</head>\n<body>\n<main>\n");
        head();
        evaluation.unfit().forEach(this::unfit);
        List<ResultTable> tables = ResultTables.of(evaluation);
        for (ResultTable table : tables) {
            table(table);
            if (table.title().equals(ResultTables.EVERY_TWO)) {
                charts();
            }
        }
        evaluation.judged().forEach(this::mistakes);
        leftOut("Left out of the set", evaluation.leftOut());
        evaluation
                .judged()
                .forEach(pack -> leftOut(
                        "Files that are no use, " + pack.pack(),
                        pack.acquisition().unusable()));
        calibrations();
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private void head() {
        html.append("<h1>Evaluation of face recognition</h1>\n<p class=\"lead\">")
                .append(Shown.count(evaluation.photographs()))
                .append(" photographs of ")
                .append(Shown.count(evaluation.people()))
                .append(" people, ")
                .append(Shown.count(evaluation.peopleWithSeveral()))
                .append(" of them with two or more");
        if (evaluation.listedPairs() > 0) {
            html.append("; ").append(Shown.count(evaluation.listedPairs())).append(" listed pairs");
        }
        html.append(". ").append(TIME.format(evaluation.at())).append(".</p>\n");
        html.append("""
                <p class="warning" role="note"><strong>This page shows faces and names.</strong> Both are personal \
                data, and compared like this they are biometric. It is for whoever may see the photographs: keep it \
                on this machine, and delete it when you have seen enough. The catalogue beside it holds nothing of \
                anybody.</p>
                """);
        evaluation.judged().forEach(this::models);
    }

    private void models(Judged pack) {
        html.append("<p class=\"pack\"><span class=\"swatch series-")
                .append(colour(pack))
                .append("\" aria-hidden=\"true\"></span><strong>")
                .append(Html.escape(pack.pack()))
                .append("</strong>: ")
                .append(pack.models().stream().map(EvaluationPage::model).collect(Collectors.joining(", ")))
                .append("</p>\n");
    }

    /** The same wherever the pack is shown, whichever others can be drawn. */
    private int colour(Judged pack) {
        return evaluation.judged().indexOf(pack) % SERIES;
    }

    private static String model(ModelEntry model) {
        return "%s (%s kB, %s)"
                .formatted(
                        Html.escape(model.id()),
                        Shown.count(Math.ceilDiv(model.bytes(), 1000)),
                        Html.escape(model.licence().spdx()));
    }

    private void unfit(Unfit pack) {
        html.append("<p class=\"warning\" role=\"note\"><strong>")
                .append(Html.escape(pack.pack()))
                .append(" was not judged.</strong> ")
                .append(Html.escape(pack.why().replace('\n', ' ')))
                .append("</p>\n");
    }

    private void table(ResultTable table) {
        html.append("<section>\n<h2>")
                .append(Html.escape(table.title()))
                .append("</h2>\n<p class=\"note\">")
                .append(Html.escape(table.note()))
                .append("</p>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(Html.escape(table.title()))
                .append("\">\n<table>\n<caption class=\"unseen\">")
                .append(Html.escape(table.title()))
                .append("</caption>\n<thead><tr><th scope=\"col\"><span class=\"unseen\">Figure</span></th>");
        table.packs().forEach(pack -> html.append("<th scope=\"col\">")
                .append(Html.escape(pack))
                .append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (ResultTable.Row row : table.rows()) {
            html.append("<tr><th scope=\"row\">")
                    .append(Html.escape(row.label()))
                    .append("</th>");
            row.cells().forEach(this::cell);
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n</div>\n</section>\n");
    }

    private void cell(ResultTable.Cell cell) {
        html.append(cell.supported() ? "<td>" : "<td class=\"unsupported\">").append(Html.escape(cell.text()));
        if (!cell.detail().isEmpty()) {
            html.append("<small>").append(Html.escape(cell.detail())).append("</small>");
        }
        html.append("</td>");
    }

    private void charts() {
        List<Judged> drawable = evaluation.judged().stream()
                .filter(pack -> !pack.all().isEmpty())
                .toList();
        if (drawable.isEmpty()) {
            html.append("<p class=\"note\">Without pairs of both kinds there is nothing to draw.</p>\n");
            return;
        }
        html.append("<figure>\n<figcaption>Detection error trade-off: nearer to the lower left is better. ");
        for (Judged pack : drawable) {
            html.append("<span class=\"key\"><svg viewBox=\"0 0 28 8\" aria-hidden=\"true\"><path class=\"line series-")
                    .append(colour(pack))
                    .append("\" d=\"M0 4H28\"/></svg>")
                    .append(Html.escape(pack.pack()))
                    .append("</span> ");
        }
        html.append("</figcaption>\n")
                .append(TradeOffChart.svg(drawable, this::colour))
                .append("</figure>\n");
        for (int i = 0; i < drawable.size(); i++) {
            html.append("<figure>\n<figcaption>Scores, ")
                    .append(Html.escape(drawable.get(i).pack()))
                    .append(": share of the pairs of each kind. <span class=\"key\"><span class=\"swatch non-mated\" "
                            + "aria-hidden=\"true\"></span>two people</span> <span class=\"key\"><span class=\"swatch"
                            + " mated\" aria-hidden=\"true\"></span>one person</span></figcaption>\n")
                    .append(ScoreChart.svg(drawable.get(i), i))
                    .append("</figure>\n");
        }
    }

    private void mistakes(Judged pack) {
        html.append("<section>\n<h2>Worst pairs, ")
                .append(Html.escape(pack.pack()))
                .append("</h2>\n");
        mistakes(
                "One person, least alike",
                "Below the threshold of the operating point they are false non-matches.",
                "false non-match",
                pack.falseNonMatches());
        mistakes(
                "Two people, most alike",
                "At or above it they are false matches. Look first whether two names are one person's: mistakes of the"
                        + " set end up here.",
                "false match",
                pack.falseMatches());
        html.append("</section>\n");
    }

    private void mistakes(String title, String note, String wrong, List<Mistake> mistakes) {
        html.append("<h3>")
                .append(title)
                .append("</h3>\n<p class=\"note\">")
                .append(note)
                .append("</p>\n");
        if (mistakes.isEmpty()) {
            html.append("<p>There are no such pairs.</p>\n");
            return;
        }
        html.append("<ul class=\"pairs\">\n");
        for (Mistake mistake : mistakes) {
            html.append("<li>")
                    .append("<div class=\"faces\">")
                    .append(picture(mistake.onePicture(), mistake.oneName()))
                    .append(picture(mistake.otherPicture(), mistake.otherName()))
                    .append("</div><p><strong>")
                    .append(Shown.score(mistake.score()))
                    .append("</strong>")
                    .append(mistake.wrong() ? " <span class=\"wrong\">" + wrong + "</span>" : "")
                    .append("</p><p class=\"names\">")
                    .append(Html.escape(mistake.oneName()))
                    .append("<br>")
                    .append(Html.escape(mistake.otherName()))
                    .append("</p></li>\n");
        }
        html.append("</ul>\n");
    }

    private static String picture(byte[] jpeg, String name) {
        return jpeg.length == 0
                ? "<span class=\"gone\">no picture</span>"
                : "<img alt=\"%s\" src=\"data:image/jpeg;base64,%s\">"
                        .formatted(Html.escape(name), Base64.getEncoder().encodeToString(jpeg));
    }

    private void leftOut(String title, List<LeftOut> all) {
        if (all.isEmpty()) {
            return;
        }
        html.append("<section>\n<h2>")
                .append(Html.escape(title))
                .append(": ")
                .append(Shown.count(all.size()))
                .append("</h2>\n");
        Map<String, List<LeftOut>> kinds =
                all.stream().collect(Collectors.groupingBy(LeftOut::why, TreeMap::new, Collectors.toList()));
        kinds.forEach((why, some) -> {
            html.append("<details open>\n<summary>")
                    .append(Html.escape(why))
                    .append(": ")
                    .append(Shown.count(some.size()))
                    .append("</summary>\n<ul>\n");
            some.stream().limit(NAMED).forEach(one -> html.append("<li>")
                    .append(Html.escape(one.what()))
                    .append("</li>\n"));
            if (some.size() > NAMED) {
                html.append("<li>and %s more, which %s names</li>\n"
                        .formatted(Shown.count(some.size() - NAMED), EvaluateCommand.JSON));
            }
            html.append("</ul>\n</details>\n");
        });
        html.append("</section>\n");
    }

    private void calibrations() {
        List<Judged> calibrated = evaluation.judged().stream()
                .filter(pack -> pack.calibration().isPresent())
                .toList();
        if (calibrated.isEmpty()) {
            return;
        }
        html.append("""
                <section>
                <h2>Calibration on these photographs</h2>
                <p class="note">What catalog/catalog.json holds, for JANUA_MODEL_CATALOG. Only rates with enough pairs \
                of two people behind them are in it; beyond its lowest one the service extrapolates, and says so.</p>
                """);
        for (Judged pack : calibrated) {
            html.append("<table class=\"small\">\n<caption>")
                    .append(Html.escape(pack.embedder().id()))
                    .append("</caption>\n<thead><tr><th scope=\"col\">FMR</th><th scope=\"col\">threshold</th>")
                    .append("<th scope=\"col\">FNMR</th></tr></thead>\n<tbody>\n");
            pack.calibration().orElseThrow().points().forEach(point -> html.append("<tr><th scope=\"row\">")
                    .append(Shown.rate(point.fmr()))
                    .append("</th><td>")
                    .append(Shown.score(point.threshold()))
                    .append("</td><td>")
                    .append(point.fnmr() == null ? Shown.UNKNOWN : Shown.percent(point.fnmr()))
                    .append("</td></tr>\n"));
            html.append("</tbody>\n</table>\n");
        }
        html.append("</section>\n");
    }

    private static String style() {
        try (InputStream style = EvaluationPage.class.getResourceAsStream("/evaluation/page.css")) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
