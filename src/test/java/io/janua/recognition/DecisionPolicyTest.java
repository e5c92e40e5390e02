package io.janua.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.janua.gallery.Candidate;
import io.janua.gallery.GalleryRef;
import io.janua.gallery.SearchResult;
import io.janua.vision.model.Calibration;
import io.janua.vision.model.Calibration.OperatingPoint;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionPolicyTest {

    /** 0.1 a decade: threshold 0.3 at 1e-3, 0.4 at 1e-4, 0.6 at 1e-6. */
    private static final DecisionPolicy POLICY =
            new DecisionPolicy(new Calibration(List.of(new OperatingPoint(1e-2, 0.2), new OperatingPoint(1e-6, 0.6))));

    private static final GalleryRef STAFF = new GalleryRef(UUID.randomUUID(), "staff", "model", null);

    @ParameterizedTest
    @CsvSource({"0.41, 1e-4, true", "0.39, 1e-4, false", "0.39, 1e-3, true", "-1, 0.5, false"})
    void verify_holdsTheAskedRate(double score, double fmr, boolean match) {
        assertThat(POLICY.verify(score, fmr) instanceof VerificationDecision.Match)
                .isEqualTo(match);
    }

    @Test
    void identify_isStricterInALargerGallery() {
        var small = new SearchResult(10, List.of(candidate("a", 0.45)));
        var large = new SearchResult(10_000, List.of(candidate("a", 0.45)));

        assertThat(POLICY.identify(small, 1e-3)).isInstanceOf(IdentificationDecision.Identified.class);
        assertThat(POLICY.identify(large, 1e-3)).isInstanceOf(IdentificationDecision.Unknown.class);
    }

    @Test
    void identify_leavesTwoAboveTheLineToAPerson() {
        var found = new SearchResult(10, List.of(candidate("a", 0.8), candidate("b", 0.7), candidate("c", 0.1)));

        assertThat(POLICY.identify(found, 1e-3))
                .isInstanceOfSatisfying(
                        IdentificationDecision.Ambiguous.class,
                        ambiguous -> assertThat(ambiguous.subjects()).hasSize(2));
    }

    @Test
    void identify_isSureWhenOneStandsOut() {
        // Two decades of FMR are 0.2 here.
        var clear = new SearchResult(10, List.of(candidate("a", 0.75), candidate("b", 0.54)));
        var close = new SearchResult(10, List.of(candidate("a", 0.75), candidate("b", 0.56)));

        assertThat(POLICY.identify(clear, 1e-3)).isInstanceOf(IdentificationDecision.Identified.class);
        assertThat(POLICY.identify(close, 1e-3)).isInstanceOf(IdentificationDecision.Ambiguous.class);
    }

    @Test
    void identify_knowsNobodyInAnEmptyGallery() {
        assertThat(POLICY.identify(new SearchResult(0, List.of()), 1e-3))
                .isInstanceOf(IdentificationDecision.Unknown.class);
    }

    @Test
    void whatIsCountedOfAStrangerBelowTheThreshold_isTheBestScore() {
        var found = new SearchResult(10, List.of(candidate("a", 0.3), candidate("b", 0.2)));

        assertThat(POLICY.identify(found, 1e-3).scored(STAFF, found))
                .isEqualTo(new Scored.Search(STAFF, OptionalDouble.empty(), OptionalDouble.of(0.3), 10));
    }

    /** Nobody knows that it is a stranger: of searches without anybody found, no score is above the threshold. */
    @Test
    void whatIsCountedOfAStrangerWhoPasses_isAsOfWhoeverIsFound() {
        var found = new SearchResult(10, List.of(candidate("a", 0.45), candidate("b", 0.2)));

        assertThat(POLICY.identify(found, 1e-3).scored(STAFF, found))
                .isEqualTo(new Scored.Search(STAFF, OptionalDouble.of(0.45), OptionalDouble.of(0.2), 9));
    }

    private static Candidate candidate(String subject, double score) {
        return new Candidate(UUID.randomUUID(), subject, null, score);
    }
}
