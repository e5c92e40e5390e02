package io.janua.training.data;

import java.util.SplittableRandom;

/**
 * Widens, narrows and bends a square picture a little about its middle: a polynomial of the second degree, and then a
 * similarity.
 *
 * @param half of the square's side, pixels
 * @param across pixels by which its edges are displaced in x, for u, uv, u² and v²; u and v run from -1 to 1
 * @param down the same in y, for v, uv, u² and v²
 */
public record Deformation(Similarity back, double half, double[] across, double[] down) implements Mapping {

    private static final int TERMS = 4;

    /** @param most pixels of each term */
    public static Deformation random(Similarity back, double half, double most, SplittableRandom random) {
        double[] across = new double[TERMS];
        double[] down = new double[TERMS];
        for (int i = 0; i < TERMS; i++) {
            across[i] = random.nextDouble(-most, most);
            down[i] = random.nextDouble(-most, most);
        }
        return new Deformation(back, half, across, down);
    }

    @Override
    public double x(double x, double y) {
        return back.x(bentX(x, y), bentY(x, y));
    }

    @Override
    public double y(double x, double y) {
        return back.y(bentX(x, y), bentY(x, y));
    }

    private double bentX(double x, double y) {
        return x + bent(x, y, x, across);
    }

    private double bentY(double x, double y) {
        return y + bent(x, y, y, down);
    }

    private double bent(double x, double y, double along, double[] terms) {
        double u = x / half - 1;
        double v = y / half - 1;
        return terms[0] * (along / half - 1) + terms[1] * u * v + terms[2] * u * u + terms[3] * v * v;
    }
}
