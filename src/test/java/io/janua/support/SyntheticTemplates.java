package io.janua.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;

/**
 * Templates of people who do not exist, drawn like those of people who do. Each is a function of its number alone: the
 * same in every run and every thread, so that millions need not be kept in order to be compared again.
 */
public final class SyntheticTemplates {

    private static final long TEMPLATES = 0x6a616e7561L;
    private static final long DIRECTIONS = 0x64697265637473L;

    private final int dimension;
    private final Shape shape;

    private SyntheticTemplates(int dimension, Shape shape) {
        this.dimension = dimension;
        this.shape = shape;
    }

    /** Turns independent normal numbers into those of one distribution. */
    @FunctionalInterface
    private interface Shape {
        void apply(float[] normal, float[] into);
    }

    /**
     * Normally distributed with the mean and the covariance of the default model's templates of real people, then
     * scaled to unit length. The caller's test is skipped where these statistics are absent.
     */
    public static SyntheticTemplates faceLike() {
        JsonNode statistics = read(SharedData.templateStatistics());
        double[] mean = numbers(statistics.path("mean"));
        double[][] covariance = new double[mean.length][];
        for (int row = 0; row < mean.length; row++) {
            covariance[row] = numbers(statistics.path("covariance").path(row));
        }
        float[][] factor = choleskyTransposed(covariance);
        return new SyntheticTemplates(mean.length, (normal, into) -> {
            for (int i = 0; i < into.length; i++) {
                into[i] = (float) mean[i];
            }
            // Row after row is added, which the JVM turns into vector instructions; a sum along a row it would not.
            for (int row = 0; row < into.length; row++) {
                float scale = normal[row];
                float[] weights = factor[row];
                for (int i = row; i < into.length; i++) {
                    into[i] += scale * weights[i];
                }
            }
        });
    }

    /** Uniform on the unit sphere. */
    public static SyntheticTemplates uniform(int dimension) {
        return new SyntheticTemplates(dimension, (normal, into) -> System.arraycopy(normal, 0, into, 0, into.length));
    }

    public int dimension() {
        return dimension;
    }

    /** @return of unit length */
    public float[] template(long number) {
        var template = new float[dimension];
        shape.apply(normal(TEMPLATES, number), template);
        return toUnitLength(template);
    }

    /** @return of unit length: the numbered template moved to this cosine from itself, in a direction uniform on the sphere */
    public float[] probe(long number, double cosine) {
        float[] template = template(number);
        float[] direction = normal(DIRECTIONS, number);
        float along = (float) dot(direction, template);
        for (int i = 0; i < dimension; i++) {
            direction[i] -= along * template[i];
        }
        toUnitLength(direction);
        double sine = Math.sqrt(1 - cosine * cosine);
        var probe = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            probe[i] = (float) (cosine * template[i] + sine * direction[i]);
        }
        return toUnitLength(probe);
    }

    private float[] normal(long purpose, long number) {
        // Seeds that lie a fixed step apart could give streams that overlap; drawn ones do not.
        var random = new SplittableRandom(new SplittableRandom(purpose ^ number).nextLong());
        var values = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static float[] toUnitLength(float[] vector) {
        float scale = (float) (1 / Math.sqrt(dot(vector, vector)));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
        return vector;
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    /** The upper triangle U of which the given matrix is the product of its transpose and itself. */
    private static float[][] choleskyTransposed(double[][] matrix) {
        int size = matrix.length;
        var exact = new double[size][size];
        var upper = new float[size][size];
        for (int column = 0; column < size; column++) {
            for (int row = 0; row <= column; row++) {
                double rest = matrix[row][column];
                for (int i = 0; i < row; i++) {
                    rest -= exact[i][row] * exact[i][column];
                }
                exact[row][column] = row == column ? Math.sqrt(rest) : rest / exact[row][row];
                upper[row][column] = (float) exact[row][column];
            }
        }
        return upper;
    }

    private static double[] numbers(JsonNode array) {
        var numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.path(i).asDouble();
        }
        return numbers;
    }

    private static JsonNode read(byte[] json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
