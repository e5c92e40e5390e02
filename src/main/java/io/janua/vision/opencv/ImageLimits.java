package io.janua.vision.opencv;

import io.janua.problem.Problems;

/**
 * What is taken in.
 *
 * @param minSide in pixels
 * @param maxPixels width times height
 */
public record ImageLimits(int minSide, long maxPixels) {

    /** Unless the service is told otherwise. */
    public static final ImageLimits USUAL = new ImageLimits(16, 100_000_000);

    /** No photograph comes near this: even a flat grey JPEG of one stays below 200 pixels a byte. */
    private static final int MAX_PIXELS_PER_BYTE = 250;

    /** Laying a transparent picture on white takes several copies of it. */
    private static final int ALPHA_COST = 4;

    /** Small files may be as flat as they like. */
    private static final long PLAUSIBLE_PIXELS = 4_000_000;

    void check(ImageHeader header, int fileBytes) {
        long most = header.alpha() ? maxPixels / ALPHA_COST : maxPixels;
        if (header.pixels() > most) {
            throw Problems.imageTooManyPixels(header.width(), header.height(), most);
        }
        if (header.width() < minSide || header.height() < minSide) {
            throw Problems.imageTooSmall(header.width(), header.height(), minSide);
        }
        if (header.pixels() > PLAUSIBLE_PIXELS && header.pixels() / fileBytes > MAX_PIXELS_PER_BYTE) {
            throw Problems.imageCompressionSuspicious();
        }
    }
}
