package io.janua.vision;

import java.util.List;

/**
 * Rotation, uniform scale and shift: x' = a·x − b·y + shiftX, y' = b·x + a·y + shiftY.
 */
public record SimilarityTransform(double a, double b, double shiftX, double shiftY) {

    /**
     * The least-squares fit that carries each source point near its target.
     *
     * <p>Umeyama, "Least-squares estimation of transformation parameters between two point patterns" (1991), in its
     * two-dimensional closed form, which needs no singular value decomposition and never mirrors.
     *
     * @throws IllegalArgumentException when there are fewer than two points, or all sources coincide
     */
    public static SimilarityTransform fit(List<Point> sources, List<Point> targets) {
        if (sources.size() != targets.size() || sources.size() < 2) {
            throw new IllegalArgumentException("needs two or more pairs of points");
        }
        Point sourceMean = mean(sources);
        Point targetMean = mean(targets);
        double spread = 0;
        double along = 0;
        double across = 0;
        for (int i = 0; i < sources.size(); i++) {
            Point source = sources.get(i).minus(sourceMean);
            Point target = targets.get(i).minus(targetMean);
            spread += source.x() * source.x() + source.y() * source.y();
            along += source.x() * target.x() + source.y() * target.y();
            across += source.x() * target.y() - source.y() * target.x();
        }
        if (!(spread > 0)) {
            throw new IllegalArgumentException("the source points coincide");
        }
        double a = along / spread;
        double b = across / spread;
        return new SimilarityTransform(
                a,
                b,
                targetMean.x() - (a * sourceMean.x() - b * sourceMean.y()),
                targetMean.y() - (b * sourceMean.x() + a * sourceMean.y()));
    }

    public Point apply(Point point) {
        return new Point(a * point.x() - b * point.y() + shiftX, b * point.x() + a * point.y() + shiftY);
    }

    /** Target pixels for each source pixel. */
    public double scale() {
        return Math.hypot(a, b);
    }

    /** The same transform for a source that was first cut at an origin and then scaled. */
    public SimilarityTransform afterCut(Point origin, double cutScale) {
        // Scaling keeps the edges of the picture in place, not the middles of its first pixels.
        double middle = 0.5 / cutScale - 0.5;
        Point shift = apply(new Point(origin.x() + middle, origin.y() + middle));
        return new SimilarityTransform(a / cutScale, b / cutScale, shift.x(), shift.y());
    }

    private static Point mean(List<Point> points) {
        double x = 0;
        double y = 0;
        for (Point point : points) {
            x += point.x();
            y += point.y();
        }
        return new Point(x / points.size(), y / points.size());
    }
}
