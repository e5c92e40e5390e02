package io.janua.vision.onnx;

import io.janua.vision.Image;

/** An image, and the size to which the detector sees it scaled. */
record Letterbox(Image image, int scaledWidth, int scaledHeight) {

    /** The detector's coarsest stride: its input sides are multiples of it. */
    private static final int GRID = 32;

    /** @param longerSide pixels of the longer side after scaling */
    static Letterbox fit(Image image, int longerSide) {
        double scale = (double) longerSide / Math.max(image.width(), image.height());
        return new Letterbox(image, (int) Math.max(1, Math.round(image.width() * scale)), (int)
                Math.max(1, Math.round(image.height() * scale)));
    }

    int paddedWidth() {
        return Math.ceilDiv(scaledWidth, GRID) * GRID;
    }

    int paddedHeight() {
        return Math.ceilDiv(scaledHeight, GRID) * GRID;
    }

    /** Image pixels for each scaled pixel, across. */
    double pixelsAcross() {
        return (double) image.width() / scaledWidth;
    }

    double pixelsDown() {
        return (double) image.height() / scaledHeight;
    }
}
