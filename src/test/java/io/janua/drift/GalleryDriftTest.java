package io.janua.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GalleryDriftTest {

    /** Else it would be taken at once, and nothing could ever be compared with it. */
    @ParameterizedTest
    @CsvSource({"1000, 500, 1000", "1000, 5000, 5000"})
    void aBaselineNeedsAtLeastAsManyAsSaySomething(String probes, String observations, int needed) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(DriftConfig.class)
                .withDefaultValue("janua.drift.baseline-probes", probes)
                .withDefaultValue("janua.drift.min-observations", observations)
                .build()
                .getConfigMapping(DriftConfig.class);
        var drift = new GalleryDrift(null, null, config, InstantSource.system());

        assertThat(drift.baselineProbes()).isEqualTo(needed);
    }
}
