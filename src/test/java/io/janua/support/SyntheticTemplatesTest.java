package io.janua.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticTemplatesTest {

    private static final int MANY = 20_000;

    @Test
    void template_isTheSameForTheSameNumber() {
        assertThat(SyntheticTemplates.uniform(64).template(7))
                .isEqualTo(SyntheticTemplates.uniform(64).template(7));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.75, 0.6, 0.5})
    void probe_liesAtItsCosineFromItsTemplate(double cosine) {
        var templates = SyntheticTemplates.uniform(512);

        assertThat(dot(templates.template(3), templates.probe(3, cosine))).isCloseTo(cosine, within(1e-6));
    }

    @Test
    void uniform_hasNeitherMeanNorNeighbours() {
        var spread = Spread.of(SyntheticTemplates.uniform(128));

        assertThat(spread.mean).isCloseTo(0, within(1e-3));
        assertThat(spread.deviation).isCloseTo(1 / Math.sqrt(128), within(1e-3));
    }

    /** The default model's impostor scores on real photographs: about 0.02 in the mean. */
    @Test
    void faceLike_scoresAsPeopleDoAmongEachOther() {
        var spread = Spread.of(SyntheticTemplates.faceLike());

        assertThat(spread.mean).isBetween(0.005, 0.03);
        assertThat(spread.deviation).isBetween(0.09, 0.12);
    }

    /** Streams of random numbers that overlap would make twins of neighbours. */
    @Test
    void templates_ofNeighboursAreNoMoreAlikeThanOthers() {
        var templates = SyntheticTemplates.faceLike();
        for (int number = 0; number < MANY / 10; number++) {
            for (int distance = 1; distance <= 4; distance++) {
                assertThat(dot(templates.template(number), templates.template(number + distance)))
                        .isLessThan(0.6);
            }
        }
    }

    /** Of the scores of neighbours by number. */
    private record Spread(double mean, double deviation) {

        static Spread of(SyntheticTemplates templates) {
            double sum = 0;
            double squares = 0;
            float[] before = templates.template(0);
            for (int number = 1; number <= MANY; number++) {
                float[] template = templates.template(number);
                assertThat(dot(template, template)).isCloseTo(1, within(1e-5));
                double score = dot(before, template);
                sum += score;
                squares += score * score;
                before = template;
            }
            double mean = sum / MANY;
            return new Spread(mean, Math.sqrt(squares / MANY - mean * mean));
        }
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
