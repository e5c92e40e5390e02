package io.janua.training.data;

/** Turns, scales, mirrors and moves: (x, y) to (a x + b y + c, d x + e y + f). */
public record Similarity(double a, double b, double c, double d, double e, double f) implements Mapping {

    /**
     * @param mirrored left and right changed
     * @param turn radians
     * @param scale of lengths, after which (fromX, fromY) lies at (toX, toY)
     */
    public static Similarity about(
            double fromX, double fromY, double toX, double toY, double scale, double turn, boolean mirrored) {
        double across = (mirrored ? -1 : 1) * scale;
        double a = across * Math.cos(turn);
        double b = -scale * Math.sin(turn);
        double d = across * Math.sin(turn);
        double e = scale * Math.cos(turn);
        return new Similarity(a, b, toX - a * fromX - b * fromY, d, e, toY - d * fromX - e * fromY);
    }

    @Override
    public double x(double x, double y) {
        return a * x + b * y + c;
    }

    @Override
    public double y(double x, double y) {
        return d * x + e * y + f;
    }

    /** The same for a picture half as large, whose pixel (x, y) is the middle of four: (2x + 0.5, 2y + 0.5). */
    public Similarity ofHalved() {
        return new Similarity(2 * a, 2 * b, c + (a + b) / 2, 2 * d, 2 * e, f + (d + e) / 2);
    }

    public Similarity inverse() {
        double determinant = a * e - b * d;
        double ia = e / determinant;
        double ib = -b / determinant;
        double id = -d / determinant;
        double ie = a / determinant;
        return new Similarity(ia, ib, -ia * c - ib * f, id, ie, -id * c - ie * f);
    }
}
