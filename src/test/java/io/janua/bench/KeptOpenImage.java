package io.janua.bench;

import io.janua.vision.FaceBox;
import io.janua.vision.Image;
import io.janua.vision.Point;
import io.janua.vision.Raster;
import io.janua.vision.SimilarityTransform;
import java.nio.ByteBuffer;

/** An image that survives the pipeline, which closes what it was given: so that the steps after decoding stand alone. */
record KeptOpenImage(Image image) implements Image {

    @Override
    public int width() {
        return image.width();
    }

    @Override
    public int height() {
        return image.height();
    }

    @Override
    public void writePlanes(int scaledWidth, int scaledHeight, int paddedWidth, int paddedHeight, ByteBuffer target) {
        image.writePlanes(scaledWidth, scaledHeight, paddedWidth, paddedHeight, target);
    }

    @Override
    public Raster warp(SimilarityTransform transform, int side) {
        return image.warp(transform, side);
    }

    @Override
    public Raster square(Point centre, double sourceSide, int side) {
        return image.square(centre, sourceSide, side);
    }

    @Override
    public byte[] jpeg(FaceBox region, int maxSide) {
        return image.jpeg(region, maxSide);
    }

    @Override
    public void close() {}
}
