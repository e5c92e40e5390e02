package io.janua.vision;

import java.util.List;

/** A face turned upright and scaled so that its landmarks lie where the embedder learned to expect them. */
public record AlignedFace(Raster pixels) {

    /** Side of the square crop, in pixels. */
    public static final int SIDE = 112;

    /** Where ArcFace's training crops have the five points, in the order of {@link Landmarks#points()}. */
    private static final List<Point> TEMPLATE = List.of(
            new Point(38.2946, 51.6963),
            new Point(73.5318, 51.5014),
            new Point(56.0252, 71.7366),
            new Point(41.5493, 92.3655),
            new Point(70.7299, 92.2041));

    public AlignedFace {
        if (pixels.width() != SIDE || pixels.height() != SIDE) {
            throw new IllegalArgumentException("an aligned face is %1$d x %1$d".formatted(SIDE));
        }
    }

    public static AlignedFace of(Image image, Landmarks landmarks) {
        return new AlignedFace(image.warp(SimilarityTransform.fit(landmarks.points(), TEMPLATE), SIDE));
    }
}
