package io.janua.vision;

/**
 * Brightness statistics of a rectangle of a raster, 0 to 255 (ITU-R BT.601 luma).
 *
 * @param histogram pixels by brightness
 * @param laplacianVariance variance of the four-neighbour Laplacian: low when blurred
 * @param sideAgreement overlap of the left and the right half's histograms, 0 to 1
 */
record Luminance(int[] histogram, double laplacianVariance, double sideAgreement) {

    private static final int AGREEMENT_BINS = 16;

    static Luminance of(Raster raster, int left, int top, int right, int bottom) {
        int width = right - left;
        int height = bottom - top;
        int[] luma = new int[width * height];
        int[] histogram = new int[256];
        int[] sides = new int[2 * AGREEMENT_BINS];
        byte[] bgr = raster.bgr();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = 3 * ((top + y) * raster.width() + left + x);
                int value = (29 * (bgr[at] & 0xFF) + 150 * (bgr[at + 1] & 0xFF) + 77 * (bgr[at + 2] & 0xFF)) >> 8;
                luma[y * width + x] = value;
                histogram[value]++;
                sides[(2 * x < width ? 0 : AGREEMENT_BINS) + value * AGREEMENT_BINS / 256]++;
            }
        }
        return new Luminance(histogram, laplacianVariance(luma, width, height), agreement(sides, luma.length / 2.0));
    }

    double mean() {
        double sum = 0;
        for (int value = 0; value < 256; value++) {
            sum += (double) value * histogram[value];
        }
        return sum / pixels();
    }

    double shareBelow(int limit) {
        return share(0, limit);
    }

    double shareAbove(int limit) {
        return share(limit + 1, 256);
    }

    double entropyBits() {
        double bits = 0;
        for (int count : histogram) {
            if (count > 0) {
                double share = count / pixels();
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return bits;
    }

    private double share(int from, int to) {
        int count = 0;
        for (int value = from; value < to; value++) {
            count += histogram[value];
        }
        return count / pixels();
    }

    private double pixels() {
        double pixels = 0;
        for (int count : histogram) {
            pixels += count;
        }
        return pixels;
    }

    private static double laplacianVariance(int[] luma, int width, int height) {
        double sum = 0;
        double squares = 0;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                int laplacian = luma[at - 1] + luma[at + 1] + luma[at - width] + luma[at + width] - 4 * luma[at];
                sum += laplacian;
                squares += (double) laplacian * laplacian;
            }
        }
        double count = (double) (width - 2) * (height - 2);
        return squares / count - (sum / count) * (sum / count);
    }

    private static double agreement(int[] sides, double pixelsPerSide) {
        int shared = 0;
        for (int bin = 0; bin < AGREEMENT_BINS; bin++) {
            shared += Math.min(sides[bin], sides[AGREEMENT_BINS + bin]);
        }
        return shared / pixelsPerSide;
    }
}
