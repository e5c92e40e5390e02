package io.janua.drift;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** When a gallery's scores are no longer what they were. */
@ConfigMapping(prefix = "janua.drift")
interface DriftConfig {

    /** Population stability index from which on scores, quality or failures have drifted, and an event says so. */
    @WithDefault("0.25")
    @DecimalMin("0.2")
    @DecimalMax("10")
    double threshold();

    /** Observations below which nothing is said, neither of a period nor of a baseline. */
    @WithDefault("500")
    @Min(200)
    @Max(100_000)
    int minObservations();

    /**
     * Probes that a baseline needs, those of days that somebody chooses, and of a gallery's first days; as many as
     * min-observations where that is more.
     */
    @WithDefault("1000")
    @Min(200)
    @Max(1_000_000)
    int baselineProbes();

    /** Days, the last ones that are over, that are compared with the baseline; a gallery's first one has as many. */
    @WithDefault("7")
    @Min(1)
    @Max(90)
    int windowDays();

    /** Days for which counts are kept; those of a baseline stay for as long as it is one. */
    @WithDefault("400")
    @Min(90)
    @Max(3660)
    int keepDays();

    /** How often an instance writes down what it counted, up to half an hour; one that is killed loses that much. */
    @WithDefault("PT1M")
    @DurationMin(seconds = 1)
    @DurationMax(minutes = 30)
    Duration writeEvery();
}
