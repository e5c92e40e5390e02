package io.janua.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreHistogramTest {

    @ParameterizedTest
    @CsvSource({"-1, 0", "-0.99995, 0", "0, 10000", "0.3347, 13347", "0.33475, 13347", "0.9999, 19999", "1, 19999"})
    void aScore_liesInTheBinThatBeginsBelowIt(double score, int bin) {
        var histogram = new ScoreHistogram();

        histogram.add(score);

        assertThat(histogram.reaching()[bin]).isEqualTo(1);
        assertThat(histogram.reaching()[bin + 1]).isZero();
    }

    /** What an interpolated calibration says is seldom an edge: no score below it may count. */
    @ParameterizedTest
    @CsvSource({"0.3347, 13347", "0.33471, 13348", "-1, 0", "1, 20000", "1.5, 20000"})
    void aThreshold_countsAsTheNextEdge(double threshold, int bin) {
        assertThat(ScoreHistogram.binAt(threshold)).isEqualTo(bin);
    }

    @Test
    void coarse_isWhatACatalogueHolds() {
        var histogram = new ScoreHistogram();
        for (double score : new double[] {-1, -0.9801, -0.98, 0, 0.02, 0.0399, 1}) {
            histogram.add(score);
        }

        var coarse = histogram.coarse();

        assertThat(coarse.histogram()).hasSize(100);
        assertThat(coarse.histogram().get(0)).isEqualTo(2);
        assertThat(coarse.histogram().get(1)).isEqualTo(1);
        assertThat(coarse.histogram().get(50)).isEqualTo(1);
        assertThat(coarse.histogram().get(51)).isEqualTo(2);
        assertThat(coarse.histogram().get(99)).isEqualTo(1);
        assertThat(coarse.mean()).isCloseTo(-1.9002 / 7, within(5e-5));
    }
}
