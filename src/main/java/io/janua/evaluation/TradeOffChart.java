package io.janua.evaluation;

import io.janua.evaluation.PackOutcome.Judged;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** The detection error trade-off (DET) of all packs: FNMR over FMR, both logarithmic. */
final class TradeOffChart {

    static final int WIDTH = 720;
    private static final int HEIGHT = 400;
    private static final int LEFT = 64;
    private static final int RIGHT = WIDTH - 16;
    private static final int TOP = 12;
    private static final int BOTTOM = HEIGHT - 48;

    /** Decades below one that a drawing shows at most. */
    private static final int MOST_DECADES = 6;

    /** A point that lies nearer than this to the one before it, in pixels, is not seen. */
    private static final double SEEN = 0.7;

    private final Axis across;
    private final Axis up;
    private final StringBuilder svg = new StringBuilder();

    private TradeOffChart(List<Judged> packs) {
        long nonMated = packs.stream()
                .mapToLong(pack -> pack.all().nonMatedPairs())
                .max()
                .orElse(1);
        long mated =
                packs.stream().mapToLong(pack -> pack.all().matedPairs()).max().orElse(1);
        across = new Axis(lowestDecade(nonMated), 1, LEFT, RIGHT, true);
        up = new Axis(lowestDecade(mated), 1, BOTTOM, TOP, true);
    }

    /**
     * @param packs each with pairs of both kinds
     * @param colour of a pack's line, as the style sheet numbers them
     */
    static String svg(List<Judged> packs, ToIntFunction<Judged> colour) {
        return new TradeOffChart(packs).drawn(packs, colour);
    }

    private String drawn(List<Judged> packs, ToIntFunction<Judged> colour) {
        add("""
                <svg viewBox="0 0 %d %d" role="img" aria-labelledby="det-title det-text">
                <title id="det-title">Detection error trade-off</title>
                <desc id="det-text">False non-match rate over false match rate on every two photographs, one line a \
                pack, nearer to the lower left is better. The table above holds the figures.</desc>
                """, WIDTH, HEIGHT);
        unsupported(packs);
        for (double decade = across.from(); decade < 2; decade *= 10) {
            gridAcross(decade);
        }
        for (double decade = up.from(); decade < 2; decade *= 10) {
            gridUp(decade);
        }
        add(
                "<text x=\"%d\" y=\"%d\" class=\"axis\" text-anchor=\"middle\">false match rate</text>",
                middle(), HEIGHT - 8);
        add(
                "<text transform=\"translate(14 %d) rotate(-90)\" class=\"axis\" text-anchor=\"middle\">false"
                        + " non-match rate</text>",
                (TOP + BOTTOM) / 2);
        packs.forEach(pack -> line(pack, colour.applyAsInt(pack)));
        return svg.append("</svg>\n").toString();
    }

    /** Where a rate rests on fewer errors than it should. */
    private void unsupported(List<Judged> packs) {
        long pairs = packs.stream()
                .mapToLong(pack -> pack.all().nonMatedPairs())
                .max()
                .orElse(1);
        double end = across.at(Math.min(1, (double) ErrorCurve.LEAST_ERRORS / pairs));
        add(
                "<rect class=\"few\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
                LEFT, TOP, end - LEFT, BOTTOM - TOP);
        if (end - LEFT > 90) {
            add("<text class=\"axis\" x=\"%d\" y=\"%d\">too few pairs</text>", LEFT + 8, TOP + 18);
        }
    }

    private void gridAcross(double decade) {
        double x = across.at(decade);
        add("<line class=\"grid\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\"/>", x, TOP, BOTTOM);
        add(
                "<text class=\"axis\" x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>",
                x, BOTTOM + 18, decade > 0.5 ? "end" : "middle", tick(decade));
    }

    private void gridUp(double decade) {
        double y = up.at(decade);
        add("<line class=\"grid\" x1=\"%2$d\" x2=\"%3$d\" y1=\"%1$.1f\" y2=\"%1$.1f\"/>", y, LEFT, RIGHT);
        add("<text class=\"axis\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 8, y + 4, tick(decade));
    }

    /** In steps, because a rate stays as it is until the threshold passes the next pair. */
    private void line(Judged pack, int colour) {
        var path = new StringBuilder();
        double beforeX = Double.NaN;
        double beforeY = Double.NaN;
        for (ErrorCurve.Point point : pack.all().points()) {
            double x = across.at(Math.max(point.fmr(), across.from()));
            double y = up.at(Math.max(point.fnmr(), up.from()));
            if (path.isEmpty()) {
                path.append(String.format(Locale.ROOT, "M%.1f %.1f", x, y));
            } else if (Math.hypot(x - beforeX, y - beforeY) >= SEEN) {
                path.append(String.format(Locale.ROOT, "H%.1fV%.1f", x, y));
            } else {
                continue;
            }
            beforeX = x;
            beforeY = y;
        }
        add("<path class=\"line series-%d\" d=\"%s\"/>", colour, path);
    }

    /** The power of ten below one of so many. */
    private static double lowestDecade(long pairs) {
        int decades = (int) Math.ceil(Math.log10(Math.max(10, pairs)) - 1e-9);
        return Math.pow(10, -Math.clamp(decades, 1, MOST_DECADES));
    }

    private static String tick(double decade) {
        double percent = 100 * decade;
        return percent >= 0.01
                ? String.format(Locale.ROOT, percent >= 1 ? "%.0f %%" : percent >= 0.1 ? "%.1f %%" : "%.2f %%", percent)
                : Shown.rate(decade);
    }

    private static int middle() {
        return (LEFT + RIGHT) / 2;
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
