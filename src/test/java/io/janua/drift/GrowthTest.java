package io.janua.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GrowthTest {

    private static final long[] BEST = {500, 300, 200};

    @Test
    void theBestOfTwiceAsManyIsBelowASquaredAsOften() {
        double[] grown = new Growth(2).of(BEST);

        assertThat(grown[0]).isCloseTo(1_000 * 0.5 * 0.5, within(1e-9));
        assertThat(grown[0] + grown[1]).isCloseTo(1_000 * 0.8 * 0.8, within(1e-9));
        assertThat(Arrays.stream(grown).sum()).isCloseTo(1_000, within(1e-9));
    }

    @Test
    void asManyAsThenHaveTheSameScores() {
        assertThat(Growth.NONE.of(BEST)).containsExactly(new double[] {500, 300, 200}, within(1e-9));
    }

    @Test
    void isTheQuotientOfSizes_whichMayDifferFromSearchToSearch() {
        assertThat(Growth.between(among(100, 100), among(200, 200))
                        .orElseThrow()
                        .times())
                .isCloseTo(2, within(0.1));
        assertThat(Growth.between(among(50, 200), among(100, 100)).orElseThrow().times())
                .isCloseTo(1, within(0.1));
    }

    @Test
    void nothingIsToldOfAGalleryThatIsAnotherOne() {
        assertThat(Growth.between(among(10, 10), among(100, 100))).isEmpty();
        assertThat(Growth.between(among(100, 100), among(10, 10))).isEmpty();
    }

    private static Counts among(long one, long other) {
        Counts counts = Counts.none();
        counts.add(Measure.OTHERS_SIZE.cell(Measure.sizeStep(one)), 5);
        counts.add(Measure.OTHERS_SIZE.cell(Measure.sizeStep(other)), 5);
        return counts;
    }
}
