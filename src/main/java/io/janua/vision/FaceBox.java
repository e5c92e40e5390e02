package io.janua.vision;

/**
 * The upright rectangle around a face, in pixels of the image after its EXIF orientation is applied. It may reach
 * beyond the image's edges.
 *
 * @param confidence the detector's confidence, 0 to 1
 */
public record FaceBox(double x, double y, double width, double height, double confidence) {

    public double area() {
        return width * height;
    }

    public Point centre() {
        return new Point(x + width / 2, y + height / 2);
    }

    /** @param share of its width and height that is added on each side */
    public FaceBox withMargin(double share) {
        double across = share * width;
        double along = share * height;
        return new FaceBox(x - across, y - along, width + 2 * across, height + 2 * along, confidence);
    }

    /** Intersection over union with another box, 0 (apart) to 1 (the same). */
    public double overlap(FaceBox other) {
        double shared = span(x, width, other.x, other.width) * span(y, height, other.y, other.height);
        double union = area() + other.area() - shared;
        return union <= 0 ? 0 : shared / union;
    }

    private static double span(double start, double length, double otherStart, double otherLength) {
        return Math.max(0, Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart));
    }
}
