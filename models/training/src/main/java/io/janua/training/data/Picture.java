package io.janua.training.data;

import java.awt.image.BufferedImage;

/** Pixels row by row, each red, green and blue, 0 to 255. */
public record Picture(int width, int height, byte[] rgb) {

    public static final int CHANNELS = 3;

    public Picture(int width, int height) {
        this(width, height, new byte[CHANNELS * width * height]);
    }

    public static Picture of(BufferedImage image) {
        var picture = new Picture(image.getWidth(), image.getHeight());
        int[] row = new int[picture.width];
        for (int y = 0, at = 0; y < picture.height; y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int pixel : row) {
                picture.rgb[at++] = (byte) (pixel >> 16);
                picture.rgb[at++] = (byte) (pixel >> 8);
                picture.rgb[at++] = (byte) pixel;
            }
        }
        return picture;
    }

    public Picture copy() {
        return new Picture(width, height, rgb.clone());
    }

    /**
     * What is seen when each pixel is looked for elsewhere, between four pixels by their distance; black outside.
     *
     * @param back from the pixels of the result to those here
     */
    public Picture through(Mapping back, int newWidth, int newHeight) {
        var seen = new Picture(newWidth, newHeight);
        for (int y = 0, at = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++, at += CHANNELS) {
                sample(back.x(x, y), back.y(x, y), seen.rgb, at);
            }
        }
        return seen;
    }

    /** As {@link #through}, into a square of another picture, which stays as it is where nothing is here. */
    public void drawThrough(Mapping back, Picture target, int left, int top, int side) {
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                double fromX = back.x(x, y);
                double fromY = back.y(x, y);
                if (fromX >= 0 && fromY >= 0 && fromX <= width - 1 && fromY <= height - 1) {
                    sample(fromX, fromY, target.rgb, CHANNELS * (y * target.width + x));
                }
            }
        }
    }

    private void sample(double x, double y, byte[] target, int at) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        if (left < -1 || top < -1 || left >= width || top >= height) {
            return;
        }
        float right = (float) (x - left);
        float down = (float) (y - top);
        boolean within = left >= 0 && top >= 0 && left < width - 1 && top < height - 1;
        int first = CHANNELS * (top * width + left);
        int second = first + CHANNELS * width;
        for (int channel = 0; channel < CHANNELS; channel++) {
            float above;
            float below;
            if (within) {
                above = mix(rgb[first + channel], rgb[first + CHANNELS + channel], right);
                below = mix(rgb[second + channel], rgb[second + CHANNELS + channel], right);
            } else {
                above = value(left, top, channel) * (1 - right) + value(left + 1, top, channel) * right;
                below = value(left, top + 1, channel) * (1 - right) + value(left + 1, top + 1, channel) * right;
            }
            target[at + channel] = (byte) (int) (above + (below - above) * down + 0.5f);
        }
    }

    private static float mix(byte one, byte other, float share) {
        int from = one & 0xFF;
        return from + ((other & 0xFF) - from) * share;
    }

    /** The nearest there is. */
    private int value(int x, int y, int channel) {
        return rgb[CHANNELS * (Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1)) + channel] & 0xFF;
    }

    /** Half as high and wide, each pixel the mean of four: before a strong reduction, so that nothing flickers. */
    public Picture halved() {
        var half = new Picture(width / 2, height / 2);
        for (int y = 0, at = 0; y < half.height; y++) {
            for (int x = 0; x < half.width; x++) {
                for (int channel = 0; channel < CHANNELS; channel++) {
                    int sum = value(2 * x, 2 * y, channel)
                            + value(2 * x + 1, 2 * y, channel)
                            + value(2 * x, 2 * y + 1, channel)
                            + value(2 * x + 1, 2 * y + 1, channel);
                    half.rgb[at++] = (byte) (sum / 4);
                }
            }
        }
        return half;
    }

    /** @param share of the other one, 0 to 1; it is as large as this */
    public Picture mixed(Picture other, float share) {
        var mixed = new Picture(width, height);
        for (int i = 0; i < rgb.length; i++) {
            mixed.rgb[i] = (byte) (int) (mix(rgb[i], other.rgb[i], share) + 0.5f);
        }
        return mixed;
    }

    /**
     * Writes one plane a channel.
     *
     * @param first 0 for red first, 2 for blue first
     */
    public void planes(float[] target, int offset, int first, float factor, float added) {
        int pixels = width * height;
        for (int plane = 0; plane < CHANNELS; plane++) {
            int channel = first == 0 ? plane : CHANNELS - 1 - plane;
            int at = offset + plane * pixels;
            for (int i = 0; i < pixels; i++) {
                target[at + i] = (rgb[CHANNELS * i + channel] & 0xFF) * factor + added;
            }
        }
    }
}
