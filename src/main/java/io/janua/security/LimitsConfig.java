package io.janua.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;

/** How often callers may come, where neither their key nor their tenant has a number of its own. */
@ConfigMapping(prefix = "janua.limits")
interface LimitsConfig {

    /** Requests of an API key that has no limit of its own. */
    @WithDefault("12000")
    @Positive
    int keyRequestsPerMinute();

    /** Requests of one person, or machine, with tokens. */
    @WithDefault("1200")
    @Positive
    int userRequestsPerMinute();

    /** Requests of one invitation: a camera shows itself some times a second. */
    @WithDefault("600")
    @Positive
    int invitationRequestsPerMinute();

    /** Requests of all callers of a tenant that has no limit of its own. */
    @WithDefault("60000")
    @Positive
    int tenantRequestsPerMinute();

    /** Wrong credentials from one address, before 429. */
    @WithDefault("60")
    @Positive
    int failuresPerMinute();
}
