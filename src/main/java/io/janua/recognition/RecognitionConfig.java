package io.janua.recognition;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/** Defaults where neither the request nor a gallery decides. */
@ConfigMapping(prefix = "janua.recognition")
interface RecognitionConfig {

    /** False match rate of {@code /v1/compare} where the request names none. */
    @WithDefault("1e-4")
    @DecimalMin("1e-9")
    @DecimalMax("0.5")
    double defaultFmr();
}
