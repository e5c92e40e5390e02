package io.janua.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.janua.drift.Assessment.Finding;
import io.janua.vision.QualityMeasure;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessmentTest {

    private static final double THRESHOLD = 0.25;

    @ParameterizedTest
    @CsvSource({"0, STEADY", "0.099, STEADY", "0.1, SHIFTING", "0.249, SHIFTING", "0.25, DRIFTED", "7, DRIFTED"})
    void theUsualBoundsSayWhatAnIndexMeans(double index, Verdict verdict) {
        assertThat(Verdict.of(index, THRESHOLD, 0.05)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"0.19, 0.2, STEADY", "0.21, 0.2, SHIFTING", "0.26, 0.2, DRIFTED", "0.29, 0.3, STEADY"})
    void whatChanceExplainsIsNoDrift(double index, double chance, Verdict verdict) {
        assertThat(Verdict.of(index, THRESHOLD, chance)).isEqualTo(verdict);
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
        bad.add(sharpness.cell(5), 300);
        Counts good = scores(0.8, 300);
        good.add(sharpness.cell(95), 300);
        var findings = assessment(Optional.of(good)).findings(bad);

        assertThat(findings.stream().filter(found -> found.measure().equals(sharpness)))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.DRIFTED);
        assertThat(Assessment.overall(findings)).isEqualTo(Verdict.STEADY);
    }

    /** The best of twice as many is higher, and no other people came. */
    @Test
    void aGalleryThatGrewHasNotDrifted_unlessItGrewTooMuch() {
        var then = Optional.of(searches(100, 2_000, new Random(1)));

        assertThat(others(searches(100, 1_000, new Random(2)), then)).isEqualTo(Verdict.STEADY);
        assertThat(others(searches(200, 1_000, new Random(3)), then)).isEqualTo(Verdict.STEADY);
        assertThat(others(searches(50, 1_000, new Random(4)), then)).isEqualTo(Verdict.STEADY);
        assertThat(others(searches(1_000, 1_000, new Random(5)), then)).isEqualTo(Verdict.TOO_FEW);
    }

    @Test
    void strangersWhoAreMoreAlikeAreNoticed() {
        long[] alike = searches(300, 1_000, new Random(6)).of(Measure.OTHERS_SCORE);
        Counts asIfOfHundred = Counts.none();
        for (int bin = 0; bin < Bins.SCORES.count(); bin++) {
            asIfOfHundred.add(Measure.OTHERS_SCORE.offset() + bin, alike[bin]);
        }
        asIfOfHundred.add(Measure.OTHERS_SIZE.cell(Measure.sizeStep(100)), 1_000);

        assertThat(others(asIfOfHundred, Optional.of(searches(100, 2_000, new Random(1)))))
                .isEqualTo(Verdict.DRIFTED);
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

    private static Finding finding(Counts observed, Optional<Counts> baseline) {
        return assessment(baseline).findings(observed).stream()
                .filter(found -> found.measure().equals(Measure.FOUND_SCORE))
                .findFirst()
                .orElseThrow();
    }

    private static Assessment assessment(Optional<Counts> baseline) {
        return new Assessment(THRESHOLD, 200, baseline);
    }

    private static Counts scores(double score, long count) {
        Counts counts = Counts.none();
        counts.add(Measure.FOUND_SCORE.cell(score), count);
        return counts;
    }

    private static Verdict others(Counts observed, Optional<Counts> baseline) {
        return assessment(baseline).findings(observed).stream()
                .filter(found -> found.measure().equals(Measure.OTHERS_SCORE))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    /** Of which each has the best of as many scores as there are people. */
    private static Counts searches(int people, int searches, Random random) {
        Counts counts = Counts.none();
        for (int i = 0; i < searches; i++) {
            double best = random.doubles(people, 0, 1)
                    .map(uniform -> 0.1 * Math.sqrt(-2 * Math.log(1 - uniform)))
                    .max()
                    .orElseThrow();
            counts.add(Measure.OTHERS_SCORE.cell(best), 1);
            counts.add(Measure.OTHERS_SIZE.cell(Measure.sizeStep(people)), 1);
        }
        return counts;
    }
}
