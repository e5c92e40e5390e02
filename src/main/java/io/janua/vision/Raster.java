package io.janua.vision;

/**
 * A small picture on the heap: 8 bits a channel, blue, green, red, row by row.
 *
 * <p>The array is not copied, because rasters live for one request and sit on its hot path; nobody writes to it.
 */
public record Raster(int width, int height, byte[] bgr) {

    public Raster {
        if (bgr.length != 3 * width * height) {
            throw new IllegalArgumentException("%d bytes for %d x %d pixels".formatted(bgr.length, width, height));
        }
    }

    @Override
    public String toString() {
        return "Raster[%d x %d]".formatted(width, height);
    }
}
