package io.janua.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.janua.gallery.GalleryPolicy.LivenessChecks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GalleryPolicyTest {

    /** Where no model judges liveness, what is stricter is refused: to ask for less must stay possible. */
    @ParameterizedTest
    @CsvSource({
        "OFF, OFF, false",
        "OFF, PROBES, true",
        "OFF, ALWAYS, true",
        "PROBES, ALWAYS, true",
        "PROBES, PROBES, false",
        "ALWAYS, PROBES, false",
        "ALWAYS, OFF, false",
    })
    void livenessThatIsLookedAtMore_isStricter(LivenessChecks before, LivenessChecks after, boolean stricter) {
        assertThat(after.isStricterThan(before)).isEqualTo(stricter);
    }
}
