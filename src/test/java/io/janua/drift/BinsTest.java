package io.janua.drift;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BinsTest {

    @ParameterizedTest
    @CsvSource({
        "-1, 0",
        "-1.2, 0",
        "-0.98, 1",
        "0, 50",
        "0.0199, 50",
        "0.02, 51",
        "0.4, 70",
        "0.58, 79",
        "1, 99",
        "1.5, 99"
    })
    void aScoreBelongsToTheBinThatBeginsWithIt(double score, int bin) {
        assertThat(Bins.SCORES.of(score)).isEqualTo(bin);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "9, 0", "10, 1", "99, 9", "100, 9"})
    void theBestQualityBelongsToTheLastBin(double quality, int bin) {
        assertThat(Bins.QUALITY.of(quality)).isEqualTo(bin);
    }

    @Test
    void everyEdgeBelongsToTheBinThatItBegins() {
        for (int bin = 0; bin < Bins.SCORES.count(); bin++) {
            assertThat(Bins.SCORES.of(Bins.SCORES.begin(bin))).isEqualTo(bin);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 7, 100, 1_000, 999_999})
    void aGallerysSizeIsKnownWithinNinePercent(long size) {
        int step = Measure.OTHERS_SIZE.bins().of(Measure.sizeStep(size));

        assertThat(Measure.size(step) / size).isBetween(0.91, 1.1);
    }

    @Test
    void cellsOfMeasuresLieSideBySide() {
        int next = 0;
        for (Measure measure : Measure.ALL) {
            assertThat(measure.offset()).as(measure.name()).isEqualTo(next);
            next += measure.bins().count();
        }
        assertThat(Measure.CELLS).isEqualTo(next);
        assertThat(Measure.ALL).extracting(Measure::name).doesNotHaveDuplicates();
    }
}
