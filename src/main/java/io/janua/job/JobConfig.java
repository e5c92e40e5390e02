package io.janua.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How jobs are kept. */
@ConfigMapping(prefix = "janua.jobs")
interface JobConfig {

    /** How often an instance says that it works on a job; another one takes it over when that was missed four times. */
    @WithDefault("5S")
    Duration heartbeat();
}
