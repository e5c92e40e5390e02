package io.janua.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.janua.vision.model.Calibration;
import io.janua.vision.model.Calibration.OperatingPoint;
import io.janua.vision.model.ScoreDistribution;
import io.janua.vision.model.ScoreDistribution.Scores;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Strangers' scores between 0 and 0.5, each as likely as the other; only rare ones reach 0.5. */
class ImpostorsTest {

    private static final Calibration CALIBRATION =
            new Calibration(List.of(new OperatingPoint(0.01, 0.5), new OperatingPoint(0.0001, 0.7)));

    private static final ScoreDistribution SCORES = new ScoreDistribution(
            "nobody",
            new Scores(1, 0.9, List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L)),
            new Scores(1000, 0.25, List.of(0L, 0L, 495L, 495L, 10L, 0L, 0L, 0L)),
            -0.5,
            0.25 - 0.0625);

    private final Impostors impostors = new Impostors(CALIBRATION, Optional.of(SCORES));

    @Test
    void rareScoresAreAsTheCalibrationSays() {
        assertThat(impostors.share(0.5)).isCloseTo(0.01, within(1e-9));
        assertThat(impostors.share(0.6)).isCloseTo(0.001, within(1e-9));
    }

    @Test
    void othersAreAsTheyWereCounted() {
        assertThat(impostors.share(-1)).isEqualTo(1);
        assertThat(impostors.share(-0.125)).isCloseTo(1, within(1e-9));
        assertThat(impostors.share(-0.125 + 0.1875)).isCloseTo(0.505, within(1e-9));
        assertThat(impostors.share(-0.125 + 0.1875 / 2)).isCloseTo(0.7525, within(1e-9));
    }

    @Test
    void moreStrangersReachMore() {
        assertThat(impostors.rarity(0.6, 1)).isCloseTo(0.001, within(1e-9));
        assertThat(impostors.rarity(0.6, 100)).isCloseTo(1 - Math.pow(0.999, 100), within(1e-9));
        assertThat(impostors.rarity(-1, 5)).isEqualTo(1);
    }

    @Test
    void theBestScoresOfSearchesAddUpToTheSearchesAndRiseWithTheGallery() {
        long[] searches = new long[Measure.OTHERS_SIZE.bins().count()];
        searches[Measure.OTHERS_SIZE.bins().of(Measure.sizeStep(1))] = 40;
        searches[Measure.OTHERS_SIZE.bins().of(Measure.sizeStep(1000))] = 60;

        double[] best = impostors.best(searches);

        assertThat(Arrays.stream(best).sum()).isCloseTo(100, within(1e-6));
        assertThat(Arrays.stream(best, Bins.SCORES.of(0.5), best.length).sum()).isBetween(50.0, 61.0);
    }

    @Test
    void withoutCountsOnlyRareScoresAreKnown() {
        var calibrated = new Impostors(CALIBRATION, Optional.empty());

        assertThat(calibrated.isWhole()).isFalse();
        assertThat(calibrated.share(0.6)).isCloseTo(0.001, within(1e-9));
    }
}
