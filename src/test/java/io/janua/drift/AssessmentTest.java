package io.janua.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.janua.drift.Assessment.Finding;
import io.janua.vision.QualityMeasure;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessmentTest {

    private static final double THRESHOLD = 0.25;

    @ParameterizedTest
    @CsvSource({"0, STEADY", "0.099, STEADY", "0.1, SHIFTING", "0.249, SHIFTING", "0.25, DRIFTED", "7, DRIFTED"})
    void theUsualBoundsSayWhatAnIndexMeans(double index, Verdict verdict) {
        assertThat(Verdict.of(index, THRESHOLD)).isEqualTo(verdict);
    }

    @Test
    void aLowerThresholdLeavesNoRoomForShifting() {
        assertThat(Verdict.of(0.09, 0.08)).isEqualTo(Verdict.DRIFTED);
    }

    @Test
    void nothingIsSaidOfTooFew() {
        assertThat(finding(scores(0.8, 199), Optional.of(scores(0.5, 1000))).verdict())
                .isEqualTo(Verdict.TOO_FEW);
        assertThat(finding(scores(0.8, 200), Optional.of(scores(0.5, 199))).verdict())
                .isEqualTo(Verdict.TOO_FEW);
        assertThat(finding(scores(0.8, 200), Optional.empty()).verdict()).isEqualTo(Verdict.TOO_FEW);
    }

    @Test
    void scoresAreComparedWithTheBaseline() {
        assertThat(finding(scores(0.8, 200), Optional.of(scores(0.8, 1000))).verdict())
                .isEqualTo(Verdict.STEADY);
        assertThat(finding(scores(0.5, 200), Optional.of(scores(0.8, 1000))).verdict())
                .isEqualTo(Verdict.DRIFTED);
    }

    @Test
    void theWorstCounts_butNotOfWhatOnlySaysWhy() {
        Counts bad = scores(0.8, 300);
        Measure sharpness = Measure.of(QualityMeasure.SHARPNESS);
        bad.cells()[sharpness.cell(5)] = 300;
        Counts good = scores(0.8, 300);
        good.cells()[sharpness.cell(95)] = 300;
        var findings = assessment(Optional.of(good)).findings(bad);

        assertThat(findings.stream().filter(found -> found.measure().equals(sharpness)))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.DRIFTED);
        assertThat(Assessment.overall(findings)).isEqualTo(Verdict.STEADY);
    }

    @ParameterizedTest
    @CsvSource({"0, 200, LESS_OFTEN", "20, 200, AS_CALIBRATED", "40, 200, MORE_OFTEN", "40, 199, TOO_FEW"})
    void howOftenStrangersComeNearIsComparedWithinTheBoundsOfChance(
            long reached, long searches, Rarity.Finding finding) {
        assertThat(new Rarity(0.1, searches, reached).finding(200)).isEqualTo(finding);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "0.11, 0", "0.1, 1", "0.02, 1", "0.01, 2", "0.0009, 3", "0, 5"})
    void raritiesArePowersOfTen(double rarity, int power) {
        assertThat(Rarity.cell(rarity) - Measure.OTHERS_RARITY.offset()).isEqualTo(power);
    }

    /** Wilson's interval of 1 of 10, as tables have it. */
    @Test
    void aShareHasBounds() {
        var share = Proportion.of(1, 10);

        assertThat(share.lower()).isBetween(0.0178, 0.0180);
        assertThat(share.upper()).isBetween(0.4041, 0.4043);
        assertThat(Proportion.of(0, 50).lower()).isZero();
    }

    private static Finding finding(Counts observed, Optional<Counts> baseline) {
        return assessment(baseline).findings(observed).stream()
                .filter(found -> found.measure().equals(Measure.FOUND_SCORE))
                .findFirst()
                .orElseThrow();
    }

    private static Assessment assessment(Optional<Counts> baseline) {
        return new Assessment(THRESHOLD, 200, Optional.empty(), baseline);
    }

    private static Counts scores(double score, long count) {
        Counts counts = Counts.none();
        counts.cells()[Measure.FOUND_SCORE.cell(score)] = count;
        return counts;
    }
}
