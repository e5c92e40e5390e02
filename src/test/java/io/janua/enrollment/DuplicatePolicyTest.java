package io.janua.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import io.janua.gallery.Candidate;
import io.janua.gallery.SearchResult;
import io.janua.vision.model.Calibration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DuplicatePolicyTest {

    private static final Calibration CALIBRATION = new Calibration(
            List.of(new Calibration.OperatingPoint(1e-2, 0.3), new Calibration.OperatingPoint(1e-4, 0.5)));

    private static final SearchResult FOUND =
            new SearchResult(3, List.of(candidate("twin", 0.9), candidate("double", 0.8), candidate("stranger", 0.1)));

    @Test
    void whoIsAboveTheThresholdIsADuplicate() {
        assertThat(duplicates(Set.of())).containsExactly("twin", "double");
    }

    @Test
    void whomAPersonFoundToBeSomebodyElseIsNone() {
        assertThat(duplicates(Set.of("twin", "not-there"))).containsExactly("double");
    }

    private static List<String> duplicates(Set<String> distinct) {
        return new DuplicatePolicy(CALIBRATION, 1e-3, distinct)
                .duplicates(FOUND).stream().map(Candidate::subject).toList();
    }

    private static Candidate candidate(String subject, double score) {
        return new Candidate(UUID.randomUUID(), subject, null, score);
    }
}
