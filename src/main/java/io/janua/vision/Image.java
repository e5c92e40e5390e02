package io.janua.vision;

import java.nio.ByteBuffer;

/**
 * A decoded photograph, upright, and the few operations that the models need of it. Its pixels may lie in native
 * memory: whoever decodes it closes it, in the same method.
 */
public interface Image extends AutoCloseable {

    /** In pixels, after the EXIF orientation is applied. */
    int width();

    int height();

    /**
     * Writes the scaled picture as three planes of 32-bit floats, blue, green, red, 0 to 255, padded with zeros to
     * the right and at the bottom.
     *
     * @param target a direct buffer in native byte order with at least 12·paddedWidth·paddedHeight bytes; it is
     *     written from its beginning, its position stays
     */
    void writePlanes(int scaledWidth, int scaledHeight, int paddedWidth, int paddedHeight, ByteBuffer target);

    /** The square that the transform maps to (0, 0) … (side, side), bilinear, black beyond the edges. */
    Raster warp(SimilarityTransform transform, int side);

    /** The square around a centre, mirrored beyond the edges, scaled to {@code side} pixels. */
    Raster square(Point centre, double sourceSide, int side);

    /**
     * The region as JPEG, cut at the image's edges and scaled down when a side exceeds {@code maxSide} pixels.
     */
    byte[] jpeg(FaceBox region, int maxSide);

    @Override
    void close();
}
