package io.janua.hook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;

/** How long is kept what hooks are told. */
@ConfigMapping(prefix = "janua.hooks")
interface HookConfig {

    /** Days for which events and deliveries are kept; what could not be delivered until then is given up. */
    @WithDefault("7")
    @Positive
    @Max(365)
    int keepDays();
}
