package io.janua.evaluation;

/**
 * Where values lie on a drawing.
 *
 * @param from the value at {@code start}
 * @param to the value at {@code end}
 * @param logarithmic base 10, for values above 0
 */
record Axis(double from, double to, double start, double end, boolean logarithmic) {

    /** Values beyond the ends lie at the ends. */
    double at(double value) {
        double share = (scaled(Math.clamp(value, from, to)) - scaled(from)) / (scaled(to) - scaled(from));
        return start + share * (end - start);
    }

    private double scaled(double value) {
        return logarithmic ? Math.log10(value) : value;
    }
}
