package io.janua.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.janua.support.SyntheticTemplates;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ExactAnswersTest {

    private static final int DIMENSION = 16;
    private static final int COUNT = 25_000;
    private static final int BEST = 10;

    private final SyntheticTemplates templates = SyntheticTemplates.uniform(DIMENSION);

    @Test
    void bestScores_areTheHighestOfAllHighestFirst() {
        List<float[]> probes = IntStream.range(0, 3)
                .mapToObj(number -> templates.probe(number, 0.5))
                .toList();
        try (VectorFile vectors = VectorFile.write(DIMENSION, COUNT, templates::template)) {
            List<double[]> found = ExactAnswers.bestScores(vectors, probes, BEST);

            for (int probe = 0; probe < probes.size(); probe++) {
                assertThat(found.get(probe)).containsExactly(sorted(vectors, probes.get(probe)), offset(1e-5));
            }
        }
    }

    private static double[] sorted(VectorFile vectors, float[] probe) {
        return LongStream.range(0, COUNT)
                .mapToObj(number -> vectors.score(number, probe))
                .sorted(Comparator.reverseOrder())
                .limit(BEST)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
