package io.janua.security.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateRotationTest {

    private static final String MODEL = "mobilefacenet-arcface-128";
    private static final int DIMENSION = 128;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(17);

    /** Every stored template depends on these bits: should this fail, it is the code that is wrong. */
    @Test
    void derive_givesTheSameBitsForEver() throws Exception {
        double[] matrix = rotation(1).matrix();

        ByteBuffer bytes = ByteBuffer.allocate(matrix.length * Double.BYTES);
        bytes.asDoubleBuffer().put(matrix);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array())))
                .isEqualTo("cceb57df568bd188266718b92d0a2e3d5035671b4df0c23e0c590058c1895748");
        assertThat(rotation(1).matrix()).isEqualTo(matrix);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 127, 128, 512})
    void derive_givesAnOrthogonalMatrix(int dimension) {
        double[] matrix = TemplateRotation.derive(seed(1), MODEL, dimension).matrix();

        assertThat(deviationFromOrthogonality(matrix, dimension)).isLessThan(1e-10);
    }

    /** Without the positive diagonal the first column would lean to one side. */
    @Test
    void derive_favoursNoDirection() {
        double[] sum = new double[8];
        int draws = 2000;
        for (int draw = 0; draw < draws; draw++) {
            float[] turned = TemplateRotation.derive(seed(draw), MODEL, 8).apply(new float[] {1, 0, 0, 0, 0, 0, 0, 0});
            for (int i = 0; i < 8; i++) {
                sum[i] += turned[i] / draws;
            }
        }
        // Five standard errors of a component whose variance is one eighth.
        for (double mean : sum) {
            assertThat(mean).isCloseTo(0, within(5 / Math.sqrt(8.0 * draws)));
        }
    }

    @ParameterizedTest
    @CsvSource({"128, 20000", "512, 4000"})
    void scoresStayWhatTheyWereInHalfPrecision(int dimension, int pairs, TestReporter reporter) {
        TemplateRotation rotation = TemplateRotation.derive(seed(1), MODEL, dimension);
        double largest = 0;
        for (int pair = 0; pair < pairs; pair++) {
            float[] left = unitVector(dimension);
            float[] right = near(left, pair % 10 / 10f);
            double score = dot(half(rotation.apply(left)), half(rotation.apply(right)));
            largest = Math.max(largest, Math.abs(score - dot(left, right)));
        }
        reporter.publishEntry(
                "largest change of a score, %d dimensions".formatted(dimension), "%.1e".formatted(largest));
        assertThat(largest).isLessThan(1e-3);
    }

    @Test
    void scoresSurviveFiveNewSeedsWithRoundingBetween(TestReporter reporter) {
        TemplateRotation[] generations = new TemplateRotation[6];
        Arrays.setAll(generations, this::rotation);
        TemplateRotation[] steps = new TemplateRotation[5];
        Arrays.setAll(steps, i -> TemplateRotation.from(generations[i]).to(generations[i + 1]));
        double largest = 0;
        for (int pair = 0; pair < 20_000; pair++) {
            float[] enrolled = unitVector(DIMENSION);
            float[] probe = near(enrolled, pair % 10 / 10f);
            float[] stored = half(generations[0].apply(enrolled));
            for (TemplateRotation step : steps) {
                stored = half(step.apply(stored));
            }
            double score = dot(stored, generations[5].apply(probe));
            largest = Math.max(largest, Math.abs(score - dot(enrolled, probe)));
        }
        reporter.publishEntry("largest change of a score by five new seeds", "%.1e".formatted(largest));
        assertThat(largest).isLessThan(1e-3);
    }

    @Test
    void undo_givesTheTemplateBack() {
        float[] template = unitVector(DIMENSION);

        assertThat(rotation(1).undo(rotation(1).apply(template))).containsExactly(template, within(1e-6f));
    }

    @Test
    void fromOneToAnotherIsUndoAndApply() {
        float[] template = unitVector(DIMENSION);
        TemplateRotation step = TemplateRotation.from(rotation(1)).to(rotation(2));

        assertThat(step.apply(rotation(1).apply(template)))
                .containsExactly(rotation(2).apply(template), within(1e-6f));
        assertThat(deviationFromOrthogonality(step.matrix(), DIMENSION)).isLessThan(1e-10);
    }

    @Test
    void anotherSeedOrModelOrDimensionIsUnrelated() {
        var rotation = rotation(1);
        var otherSeed = rotation(2);
        var otherModel = TemplateRotation.derive(seed(1), "another-model", DIMENSION);
        double[] similarity = new double[3];
        int templates = 1000;
        for (int i = 0; i < templates; i++) {
            float[] template = unitVector(DIMENSION);
            float[] turned = rotation.apply(template);
            similarity[0] += Math.abs(dot(template, turned)) / templates;
            similarity[1] += Math.abs(dot(otherSeed.apply(template), turned)) / templates;
            similarity[2] += Math.abs(dot(otherModel.apply(template), turned)) / templates;
        }
        // Unrelated directions in 128 dimensions: sqrt(2 / (128 pi)) on average.
        assertThat(similarity).containsExactly(new double[] {0.0705, 0.0705, 0.0705}, within(0.02));
        assertThat(TemplateRotation.derive(seed(1), MODEL, 127).matrix()[0]).isNotEqualTo(rotation.matrix()[0]);
    }

    @Test
    void refusesOtherLengthsAndModels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rotation(1).apply(new float[512]))
                .withMessage("a template of 512 dimensions is not one of 128");
        assertThatIllegalArgumentException().isThrownBy(() -> rotation(1).undo(new float[127]));
        assertThatIllegalArgumentException().isThrownBy(() -> TemplateRotation.from(rotation(1))
                .to(TemplateRotation.derive(seed(1), "another-model", DIMENSION)));
        assertThatIllegalArgumentException().isThrownBy(() -> TemplateRotation.derive(new byte[16], MODEL, DIMENSION));
        assertThatIllegalArgumentException().isThrownBy(() -> TemplateRotation.derive(seed(1), MODEL, 1));
    }

    @Test
    void newSeed_isNeverTheSame() {
        assertThat(TemplateRotation.newSeed())
                .hasSize(TemplateRotation.SEED_BYTES)
                .isNotEqualTo(TemplateRotation.newSeed());
    }

    @Test
    void toString_showsNoSecret() {
        assertThat(rotation(1)).hasToString("TemplateRotation[model=%s, dimension=128]".formatted(MODEL));
    }

    private TemplateRotation rotation(int generation) {
        return TemplateRotation.derive(seed(generation), MODEL, DIMENSION);
    }

    private static byte[] seed(int number) {
        return ByteBuffer.allocate(TemplateRotation.SEED_BYTES).putInt(number).array();
    }

    private float[] unitVector(int dimension) {
        double[] values = random.doubles(dimension, -1, 1).toArray();
        return unit(values);
    }

    /** A vector whose similarity to the other is about the weight. */
    private float[] near(float[] other, float weight) {
        float[] apart = unitVector(other.length);
        double[] values = new double[other.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = weight * other[i] + Math.sqrt(1 - weight * weight) * apart[i];
        }
        return unit(values);
    }

    private static float[] unit(double[] values) {
        double norm =
                Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
        float[] unit = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            unit[i] = (float) (values[i] / norm);
        }
        return unit;
    }

    private static float[] half(float[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = Float.float16ToFloat(Float.floatToFloat16(values[i]));
        }
        return rounded;
    }

    private static double dot(float[] left, float[] right) {
        double dot = 0;
        for (int i = 0; i < left.length; i++) {
            dot += (double) left[i] * right[i];
        }
        return dot;
    }

    private static double deviationFromOrthogonality(double[] matrix, int dimension) {
        double largest = 0;
        for (int left = 0; left < dimension; left++) {
            for (int right = 0; right <= left; right++) {
                double dot = 0;
                for (int i = 0; i < dimension; i++) {
                    dot += matrix[left * dimension + i] * matrix[right * dimension + i];
                }
                largest = Math.max(largest, Math.abs(dot - (left == right ? 1 : 0)));
            }
        }
        return largest;
    }
}
