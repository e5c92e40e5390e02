package io.janua.security.secrets;

import com.google.crypto.tink.subtle.Random;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * A secret orthogonal matrix of one tenant for one model. Templates are stored multiplied by it, which leaves the
 * scores between them as they were. Whoever steals them without the matrix learns how alike they are to each other, but
 * can compare them with no face; and after the tenant has drawn a new seed they match nothing that is stored.
 *
 * <p>The matrix is uniform among all orthogonal ones (Haar measure): a square of standard normal values is made
 * orthonormal row by row. That is the QR decomposition whose R has a positive diagonal, the one without bias (Mezzadri,
 * How to generate random matrices from the classical compact groups, Notices of the AMS 54, 2007). Each row is
 * projected twice, which leaves it orthogonal to working precision (Giraud, Langou, Rozložník, 2005).
 *
 * <p>Every stored template depends on the bits of this matrix. The order of each sum is part of the format.
 */
public final class TemplateRotation {

    public static final int SEED_BYTES = 32;

    private static final int MAX_DIMENSION = 4096;

    private final String model;
    private final int dimension;
    /** Row after row; a template is a row vector, multiplied from the left. */
    private final double[] matrix;

    private TemplateRotation(String model, int dimension, double[] matrix) {
        this.model = model;
        this.dimension = dimension;
        this.matrix = matrix;
    }

    /** @return a new secret, to be stored only as a {@link MasterKey} or a tenant's key wrapped it */
    public static byte[] newSeed() {
        return Random.randBytes(SEED_BYTES);
    }

    /**
     * Takes an eighth of a second for 512 dimensions and 8 · dimension² bytes of memory (2 MB): keep it.
     *
     * @param seed of {@value #SEED_BYTES} bytes
     * @param model id of the model whose templates it turns
     * @param dimension of these templates, 2 to 4096
     */
    public static TemplateRotation derive(byte[] seed, String model, int dimension) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("a seed has %d bytes".formatted(SEED_BYTES));
        }
        if (dimension < 2 || dimension > MAX_DIMENSION) {
            throw new IllegalArgumentException("a template has 2 to %d dimensions".formatted(MAX_DIMENSION));
        }
        double[] matrix = GaussianStream.values(streamKey(seed, model, dimension), dimension * dimension);
        makeRowsOrthonormal(matrix, dimension);
        return new TemplateRotation(model, dimension, matrix);
    }

    /** What undoes a rotation: {@code from(old).to(current)} turns templates of one generation into another's. */
    public static TemplateRotation from(TemplateRotation old) {
        int dimension = old.dimension;
        double[] transposed = new double[old.matrix.length];
        for (int row = 0; row < dimension; row++) {
            for (int column = 0; column < dimension; column++) {
                transposed[column * dimension + row] = old.matrix[row * dimension + column];
            }
        }
        return new TemplateRotation(old.model, dimension, transposed);
    }

    /** This rotation and then the other, in one. */
    public TemplateRotation to(TemplateRotation other) {
        if (!model.equals(other.model) || dimension != other.dimension) {
            throw new IllegalArgumentException("%s and %s turn different templates".formatted(this, other));
        }
        double[] product = new double[matrix.length];
        for (int row = 0; row < dimension; row++) {
            for (int inner = 0; inner < dimension; inner++) {
                double factor = matrix[row * dimension + inner];
                add(factor, other.matrix, inner * dimension, product, row * dimension, dimension);
            }
        }
        return new TemplateRotation(model, dimension, product);
    }

    /**
     * @param template of this rotation's dimension
     * @return of the same length, and as much alike to other rotated templates as the original is to theirs
     */
    public float[] apply(float[] template) {
        requireDimension(template);
        // Whole rows are added, which the JVM turns into vector instructions; a sum along a column it would not.
        double[] sum = new double[dimension];
        for (int row = 0; row < dimension; row++) {
            add(template[row], matrix, row * dimension, sum, 0, dimension);
        }
        return rounded(sum);
    }

    /** The template that was rotated, but for rounding. */
    public float[] undo(float[] rotated) {
        requireDimension(rotated);
        double[] wide = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            wide[i] = rotated[i];
        }
        double[] template = new double[dimension];
        for (int row = 0; row < dimension; row++) {
            template[row] = dot(wide, matrix, row * dimension);
        }
        return rounded(template);
    }

    public String model() {
        return model;
    }

    public int dimension() {
        return dimension;
    }

    /** A copy, row after row, for the tests that hold its bits. */
    double[] matrix() {
        return matrix.clone();
    }

    @Override
    public String toString() {
        return "TemplateRotation[model=%s, dimension=%d]".formatted(model, dimension);
    }

    private void requireDimension(float[] template) {
        if (template.length != dimension) {
            throw new IllegalArgumentException(
                    "a template of %d dimensions is not one of %d".formatted(template.length, dimension));
        }
    }

    private static SecretKey streamKey(byte[] seed, String model, int dimension) {
        byte[] info =
                "janua template rotation|%s|%d".formatted(model, dimension).getBytes(StandardCharsets.UTF_8);
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey("AES", HKDFParameterSpec.ofExtract().addIKM(seed).thenExpand(info, Aes256Gcm.KEY_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has HKDF-SHA256", impossible);
        }
    }

    private static void makeRowsOrthonormal(double[] matrix, int dimension) {
        // Apart from the matrix, so that the JVM sees that what it adds to is not what it adds.
        double[] current = new double[dimension];
        for (int start = 0; start < matrix.length; start += dimension) {
            System.arraycopy(matrix, start, current, 0, dimension);
            for (int pass = 0; pass < 2; pass++) {
                for (int earlier = 0; earlier < start; earlier += dimension) {
                    add(-dot(current, matrix, earlier), matrix, earlier, current, 0, dimension);
                }
            }
            double length = Math.sqrt(dot(current, current, 0));
            for (int i = 0; i < dimension; i++) {
                matrix[start + i] = current[i] / length;
            }
        }
    }

    private static void add(
            double factor, double[] source, int sourceStart, double[] target, int targetStart, int count) {
        for (int i = 0; i < count; i++) {
            target[targetStart + i] += factor * source[sourceStart + i];
        }
    }

    /** Four sums side by side: one alone would wait for the addition before, and take four times as long. */
    private static double dot(double[] vector, double[] matrix, int start) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 3 < vector.length; i += 4) {
            first += vector[i] * matrix[start + i];
            second += vector[i + 1] * matrix[start + i + 1];
            third += vector[i + 2] * matrix[start + i + 2];
            fourth += vector[i + 3] * matrix[start + i + 3];
        }
        for (; i < vector.length; i++) {
            first += vector[i] * matrix[start + i];
        }
        return first + second + (third + fourth);
    }

    private static float[] rounded(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }
}
