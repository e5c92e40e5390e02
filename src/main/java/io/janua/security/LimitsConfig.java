package io.janua.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;

/** How often callers may come, where neither their key nor their tenant has a number of its own. */
@ConfigMapping(prefix = "janua.limits")
interface LimitsConfig {

    /** Of one API key. */
    @WithDefault("12000")
    @Positive
    int keyRequestsPerMinute();

    /** Of one person, or machine, with tokens. */
    @WithDefault("1200")
    @Positive
    int userRequestsPerMinute();

    /** Of one invitation: a camera shows itself some times a second. */
    @WithDefault("600")
    @Positive
    int invitationRequestsPerMinute();

    /** Of all callers of a tenant together. */
    @WithDefault("60000")
    @Positive
    int tenantRequestsPerMinute();

    /** Wrong credentials from one address. */
    @WithDefault("60")
    @Positive
    int failuresPerMinute();
}
