package io.janua.evaluation;

import io.janua.evaluation.PackOutcome.Judged;
import io.janua.vision.model.ScoreDistribution;
import io.janua.vision.model.ScoreDistribution.Scores;
import java.util.List;
import java.util.Locale;

/** How the scores of one person's and of two people's pairs lie, each as shares of its kind, and the threshold. */
final class ScoreChart {

    private static final int WIDTH = TradeOffChart.WIDTH;
    private static final int HEIGHT = 220;
    private static final int LEFT = 16;
    private static final int RIGHT = WIDTH - 16;
    private static final int TOP = 22;
    private static final int BOTTOM = HEIGHT - 34;

    /** Lower ones are rare, and lie in the first bin that is drawn. */
    private static final double LOWEST = -0.5;

    private final Judged pack;
    private final ScoreDistribution scores;
    private final int first;
    private final Axis across;
    private final Axis up;
    private final StringBuilder svg = new StringBuilder();

    private ScoreChart(Judged pack) {
        this.pack = pack;
        scores = pack.scores();
        first = (int) Math.round((LOWEST - scores.binFrom()) / scores.binWidth());
        across = new Axis(LOWEST, 1, LEFT, RIGHT, false);
        up = new Axis(0, Math.max(highest(scores.mated()), highest(scores.nonMated())), BOTTOM, TOP, false);
    }

    /** @param number of the chart on its page */
    static String svg(Judged pack, int number) {
        return new ScoreChart(pack).drawn(number);
    }

    private String drawn(int number) {
        add(
                """
                <svg viewBox="0 0 %d %d" role="img" aria-labelledby="scores-%3$d-title scores-%3$d-text">
                <title id="scores-%3$d-title">Scores, %4$s</title>
                <desc id="scores-%3$d-text">Pairs of two people lie around %5$s, pairs of one person around %6$s; the \
                threshold of the operating point is %7$s.</desc>
                """,
                WIDTH,
                HEIGHT,
                number,
                Html.escape(pack.pack()),
                mean(scores.nonMated()),
                mean(scores.mated()),
                Shown.score(pack.threshold()));
        for (int tenth = -5; tenth <= 10; tenth += 1) {
            double x = across.at(tenth / 10.0);
            add("<line class=\"grid\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\"/>", x, TOP, BOTTOM);
            if (tenth % 2 == 0) {
                add(
                        "<text class=\"axis\" x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%.1f</text>",
                        x, BOTTOM + 18, tenth == 10 ? "end" : "middle", tenth / 10.0);
            }
        }
        area(scores.nonMated(), "non-mated");
        area(scores.mated(), "mated");
        double x = across.at(pack.threshold());
        add("<line class=\"threshold\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\"/>", x, TOP - 6, BOTTOM);
        add(
                "<text class=\"axis\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">threshold %s</text>",
                x, TOP - 10, Shown.score(pack.threshold()));
        return svg.append("</svg>\n").toString();
    }

    private void area(Scores kind, String name) {
        if (kind.count() == 0) {
            return;
        }
        var path = new StringBuilder(String.format(Locale.ROOT, "M%.1f %d", across.at(LOWEST), BOTTOM));
        List<Long> bins = kind.histogram();
        for (int bin = first; bin < bins.size(); bin++) {
            double share = (double) (bin == first ? below(bins) : bins.get(bin)) / kind.count();
            path.append(String.format(
                    Locale.ROOT,
                    "V%.1fH%.1f",
                    up.at(share),
                    across.at(scores.binFrom() + (bin + 1) * scores.binWidth())));
        }
        add("<path class=\"area %s\" d=\"%sV%dZ\"/>", name, path, BOTTOM);
    }

    private long below(List<Long> bins) {
        return bins.subList(0, first + 1).stream().mapToLong(Long::longValue).sum();
    }

    private static double highest(Scores kind) {
        long most = kind.histogram().stream().mapToLong(Long::longValue).max().orElse(0);
        return Math.max(1e-9, (double) most / Math.max(1, kind.count()));
    }

    private static String mean(Scores kind) {
        return kind.count() == 0 ? "nowhere" : String.format(Locale.ROOT, "%.2f", kind.mean());
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
