package io.janua.vector;

/**
 * Writes each coordinate of a unit vector in {@value #PLANES} bits, the most significant first, so that the first bits of
 * all coordinates are a coarse copy of the vector and more of them a finer one.
 *
 * <p>The vectors must have been turned by a random rotation: then, whatever they are, a coordinate times √dimension is
 * about standard normal, and what quantisation takes away is uncorrelated with any probe. With {@code c} the vector as
 * the first bits have it, {@code <q, c> / <x, c>} estimates {@code <q, x>} without bias (Gao and Long, RaBitQ, SIGMOD
 * 2024, theorem 3.2; here with more bits, and the mean of {@code <x, c>} for each vector's own).
 */
final class Quantiser {

    /** Bits a coordinate. */
    static final int PLANES = 6;

    /**
     * Beyond so many standard deviations a coordinate is cut. With less, what is cut spoils all six bits of vectors that
     * are near; with more, the first three tell less.
     */
    private static final double RANGE = 3.5;

    private static final int CELLS = 1 << PLANES;
    /** Slices of the normal distribution: narrow enough for four digits. */
    private static final double SLICE = 1e-3;

    private static final double END = 6;

    private final int dimension;
    private final double[] factors = new double[PLANES + 1];
    /** Squared length of an estimate's vector. */
    private final double[] squares = new double[PLANES + 1];
    /** Variance of an estimate's error times the dimension. */
    private final double[] variances = new double[PLANES + 1];

    Quantiser(int dimension) {
        this.dimension = dimension;
        for (int planes = 1; planes <= PLANES; planes++) {
            measure(planes);
        }
    }

    int dimension() {
        return dimension;
    }

    /** Of 64 coordinates each. */
    int words() {
        return (dimension + Long.SIZE - 1) / Long.SIZE;
    }

    /** @return 0 to 2^{@value #PLANES} - 1 */
    int encode(float coordinate) {
        return cell(coordinate * Math.sqrt(dimension));
    }

    /** The middle of a cell of the first bits, in widths of such a cell. */
    static double level(int code, int planes) {
        return code + 0.5 - (1 << (planes - 1));
    }

    /** What the sum of probe times {@link #level} is multiplied by to be an estimate of the inner product. */
    double factor(int planes) {
        return factors[planes];
    }

    /**
     * Standard deviation of such an estimate, of whichever score it is largest for.
     *
     * @param step between two values that a coordinate of the probe may have
     */
    double error(int planes, double step) {
        return Math.sqrt(variances[planes] / dimension + squares[planes] * step * step / 12);
    }

    /**
     * At score 0 the error is what the cells' middles are off, seen along the probe. At score 1 it is how much
     * {@code <x, c>} varies from vector to vector, less what their unit length takes from that. Between, it is a mean of
     * both.
     */
    private void measure(int planes) {
        double product = 0;
        double square = 0;
        for (double z = -END; z <= END; z += SLICE) {
            double level = level(cell(z) >> (PLANES - planes), planes);
            product += z * level * density(z);
            square += level * level * density(z);
        }
        double mean = 0;
        double spread = 0;
        double withLength = 0;
        for (double z = -END; z <= END; z += SLICE) {
            double off = z * (level(cell(z) >> (PLANES - planes), planes) / product - z);
            mean += off * density(z);
            spread += off * off * density(z);
            withLength += off * (z * z - 1) * density(z);
        }
        factors[planes] = 1 / (Math.sqrt(dimension) * product);
        squares[planes] = square / (product * product);
        variances[planes] = Math.max(squares[planes] - 1, spread - mean * mean - withLength * withLength / 2);
    }

    /** Of a slice. */
    private static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * SLICE;
    }

    private static int cell(double deviations) {
        return Math.clamp((int) Math.floor((deviations + RANGE) / (2 * RANGE) * CELLS), 0, CELLS - 1);
    }
}
