package io.janua.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreCountTest {

    @ParameterizedTest
    @CsvSource({"-1, 0", "-0.9801, 0", "-0.98, 1", "0, 50", "0.0199, 50", "0.02, 51", "0.58, 79", "0.9999, 99", "1, 99"
    })
    void aScoreIsCountedInTheBinThatItBegins(double score, int bin) {
        assertThat(ScoreCount.bin(score)).isEqualTo(bin);
    }

    @Test
    void theBinsReachFromTheLeastToTheGreatestCosine() {
        assertThat(ScoreCount.BIN_FROM + ScoreCount.BINS * ScoreCount.BIN_WIDTH).isEqualTo(1);
    }
}
