package io.janua.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.janua.evaluation.PairsFile.Pair;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtocolTest {

    private static final List<Sample> SAMPLES = List.of(
            TestingFaces.at(0),
            TestingFaces.at(20),
            TestingFaces.at(120),
            new Sample.NotAcquired(),
            new Sample.Unusable("no picture"));

    @Test
    void pairsWithoutAFace_areRefusedAndPairsWithoutAPicture_leftOut() {
        var protocol = Protocol.of(
                List.of(
                        new Pair(0, 0, 1, true),
                        new Pair(0, 0, 2, false),
                        new Pair(0, 0, 3, true),
                        new Pair(0, 2, 3, false),
                        new Pair(0, 0, 4, true)),
                SAMPLES);

        assertThat(protocol.refused()).isEqualTo(2);
        assertThat(protocol.unusable()).isEqualTo(1);
        assertThat(protocol.curve().confusionAt(0.5)).isEqualTo(new Confusion(1, 0, 1, 2));
        assertThat(protocol.accuracy()).isEmpty();
    }

    @Test
    void twoFolds_haveAnAccuracy() {
        var protocol = Protocol.of(
                List.of(
                        new Pair(0, 0, 1, true),
                        new Pair(0, 0, 2, false),
                        new Pair(1, 1, 0, true),
                        new Pair(1, 1, 2, false)),
                SAMPLES);

        assertThat(protocol.accuracy().orElseThrow().mean()).isEqualTo(1);
    }
}
