package io.janua.drift;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** When a gallery's scores are no longer what they were. */
@ConfigMapping(prefix = "janua.drift")
interface DriftConfig {

    /** Population stability index from which on scores, quality or failures have drifted, and an event says so. */
    @WithDefault("0.25")
    @DecimalMin("0.05")
    @DecimalMax("10")
    double threshold();

    /** Observations below which nothing is said, neither of a period nor of a baseline. */
    @WithDefault("200")
    @Min(50)
    @Max(100_000)
    int minObservations();

    /** Probes after which the days since the first one become a gallery's baseline, where nobody chose another one. */
    @WithDefault("1000")
    @Min(50)
    @Max(1_000_000)
    int baselineProbes();

    /** Days, today included, that are compared with the reference. */
    @WithDefault("7")
    @Min(1)
    @Max(90)
    int windowDays();

    /** Days for which counts are kept; those of a baseline stay for as long as it is one. */
    @WithDefault("400")
    @Min(30)
    @Max(3660)
    int keepDays();

    /** How often an instance writes down what it counted; one that is killed loses that much. */
    @WithDefault("PT1M")
    Duration writeEvery();
}
