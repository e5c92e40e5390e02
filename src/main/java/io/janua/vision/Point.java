package io.janua.vision;

/** A place in an image, in pixels from its upper left corner; fractions are meaningful. */
public record Point(double x, double y) {

    public Point minus(Point other) {
        return new Point(x - other.x, y - other.y);
    }

    public static Point midpoint(Point a, Point b) {
        return new Point((a.x + b.x) / 2, (a.y + b.y) / 2);
    }

    public double distanceTo(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
