package io.janua.training.data;

import java.util.SplittableRandom;

/** What cameras, light and hands do to a picture: changed in place, as chance wills. */
public final class Degradation {

    private Degradation() {}

    public static void apply(Picture picture, SplittableRandom random) {
        if (random.nextInt(4) > 0) {
            light(picture, random);
        }
        if (random.nextInt(10) == 0) {
            grey(picture);
        }
        if (random.nextInt(4) == 0) {
            blur(picture, 1 + random.nextInt(3));
        }
        if (random.nextInt(5) == 0) {
            coarse(picture, 2 + random.nextInt(3));
        }
        if (random.nextInt(5) == 0) {
            noise(picture, random.nextDouble(3, 16), random);
        }
    }

    /** Brightness, contrast, gamma, and the colour of the light. */
    private static void light(Picture picture, SplittableRandom random) {
        double gamma = Math.exp(random.nextDouble(-0.45, 0.45));
        double contrast = random.nextDouble(0.65, 1.3);
        double brightness = random.nextDouble(-35, 35);
        byte[][] tables = new byte[Picture.CHANNELS][256];
        for (byte[] table : tables) {
            double tint = random.nextDouble(0.88, 1.12);
            for (int value = 0; value < table.length; value++) {
                double lit = 255 * Math.pow(value / 255.0, gamma) * tint;
                table[value] = limited((lit - 127) * contrast + 127 + brightness);
            }
        }
        byte[] rgb = picture.rgb();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = tables[i % Picture.CHANNELS][rgb[i] & 0xFF];
        }
    }

    private static void grey(Picture picture) {
        byte[] rgb = picture.rgb();
        for (int i = 0; i < rgb.length; i += Picture.CHANNELS) {
            double grey = 0.299 * (rgb[i] & 0xFF) + 0.587 * (rgb[i + 1] & 0xFF) + 0.114 * (rgb[i + 2] & 0xFF);
            rgb[i] = rgb[i + 1] = rgb[i + 2] = limited(grey);
        }
    }

    /** The mean of three pixels across, then down, so many times. */
    private static void blur(Picture picture, int times) {
        byte[] rgb = picture.rgb();
        int row = Picture.CHANNELS * picture.width();
        for (int time = 0; time < times; time++) {
            mean(rgb, Picture.CHANNELS);
            mean(rgb, row);
        }
    }

    private static void mean(byte[] values, int distance) {
        byte[] before = values.clone();
        for (int i = distance; i < values.length - distance; i++) {
            values[i] = (byte)
                    (((before[i - distance] & 0xFF) + 2 * (before[i] & 0xFF) + (before[i + distance] & 0xFF) + 2) / 4);
        }
    }

    /** As from afar: fewer pixels, made larger again. */
    private static void coarse(Picture picture, int factor) {
        var away = Similarity.about(0, 0, (factor - 1) / 2.0, (factor - 1) / 2.0, factor, 0, false);
        int width = picture.width() / factor;
        int height = picture.height() / factor;
        Picture softened = picture.copy();
        blur(softened, factor - 1);
        Picture small = softened.through(away, width, height);
        Picture large = small.through(away.inverse(), picture.width(), picture.height());
        System.arraycopy(large.rgb(), 0, picture.rgb(), 0, large.rgb().length);
    }

    private static void noise(Picture picture, double deviation, SplittableRandom random) {
        byte[] rgb = picture.rgb();
        for (int i = 0; i < rgb.length; i++) {
            // The sum of three even chances is near enough to a normal one, and ten times as fast.
            double chance = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
            rgb[i] = limited((rgb[i] & 0xFF) + 2 * deviation * chance);
        }
    }

    /** A thing before the face: a rectangle of one colour or of noise. */
    public static void occlude(Picture picture, SplittableRandom random) {
        int width = random.nextInt(picture.width() / 6, picture.width() / 2);
        int height = random.nextInt(picture.height() / 6, picture.height() / 2);
        int left = random.nextInt(-width / 2, picture.width() - width / 2);
        int top = random.nextInt(-height / 2, picture.height() - height / 2);
        boolean noisy = random.nextBoolean();
        byte[] colour = new byte[Picture.CHANNELS];
        random.nextBytes(colour);
        for (int y = Math.max(0, top); y < Math.min(picture.height(), top + height); y++) {
            for (int x = Math.max(0, left); x < Math.min(picture.width(), left + width); x++) {
                if (noisy) {
                    random.nextBytes(colour);
                }
                System.arraycopy(colour, 0, picture.rgb(), Picture.CHANNELS * (y * picture.width() + x), colour.length);
            }
        }
    }

    private static byte limited(double value) {
        return (byte) Math.clamp(Math.round(value), 0, 255);
    }
}
