package io.janua.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.janua.support.SyntheticTemplates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantiserTest {

    private static final int PAIRS = 4_000;

    /** By what is stated here the search rules vectors out. */
    @ParameterizedTest
    @CsvSource({
        "128, 1, 4, 0", "128, 3, 4, 0", "128, 6, 8, 0", "128, 1, 4, 0.5", "128, 3, 4, 0.5", "128, 6, 8, 0.5",
        "128, 6, 8, 0.9", "512, 1, 4, 0", "512, 1, 4, 0.5", "512, 3, 4, 0.5", "512, 6, 8, 0.5", "100, 3, 4, 0.5"
    })
    void estimatesHaveNoBiasAndTheErrorThatIsStated(int dimension, int planes, int bits, double score) {
        var quantiser = new Quantiser(dimension);
        var templates = SyntheticTemplates.uniform(dimension);
        double sum = 0;
        double squares = 0;
        double stated = 0;
        for (int i = 0; i < PAIRS; i++) {
            var probe = new ProbeBits(templates.probe(i, score), quantiser.words(), bits);
            double error = estimate(quantiser, templates.template(i), probe, planes) - score;
            sum += error;
            squares += error * error;
            stated += quantiser.error(planes, probe.step);
        }
        double mean = sum / PAIRS;
        double spread = Math.sqrt(squares / PAIRS - mean * mean);
        // Coordinates of few dimensions are a little narrower than the normal distribution.
        assertThat(mean).isCloseTo(0, within(stated / PAIRS / 5));
        assertThat(spread).isBetween(0.4 * stated / PAIRS, 1.05 * stated / PAIRS);
    }

    private static double estimate(Quantiser quantiser, float[] vector, ProbeBits probe, int planes) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            int code = quantiser.encode(vector[i]) >> (Quantiser.PLANES - planes);
            sum += value(probe, i) * Quantiser.level(code, planes);
        }
        return quantiser.factor(planes) * probe.step * sum;
    }

    /** Back from the planes. */
    private static int value(ProbeBits probe, int coordinate) {
        int value = 0;
        for (int bit = 0; bit < probe.bits; bit++) {
            long plane = probe.planes[coordinate / Long.SIZE * probe.bits + bit];
            int weight = bit == probe.bits - 1 ? -(1 << bit) : 1 << bit;
            value += ((plane >>> coordinate) & 1) == 1 ? weight : 0;
        }
        return value;
    }
}
