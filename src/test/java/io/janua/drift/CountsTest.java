package io.janua.drift;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountsTest {

    @Test
    void aMeasureOfFewIsForgotten_whateverTheOthersAre() {
        Counts counts = Counts.none();
        counts.add(Measure.FOUND_SCORE.cell(0.8), 10);
        counts.add(Measure.FOUND_SCORE.cell(0.5), 9);
        counts.add(Measure.QUALITY.cell(90), 19);
        counts.add(Measure.QUALITY.cell(10), 1);

        counts.dropFew();

        assertThat(counts.total(Measure.FOUND_SCORE)).isZero();
        assertThat(counts.total(Measure.QUALITY)).isEqualTo(20);
        assertThat(counts.total()).isEqualTo(20);
    }
}
