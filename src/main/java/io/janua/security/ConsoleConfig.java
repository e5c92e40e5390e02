package io.janua.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** How the console in a browser signs people in. */
@ConfigMapping(prefix = "janua.console")
interface ConsoleConfig {

    /** The console's name at the identity provider: a public client, with PKCE. */
    @WithDefault("janua-console")
    String clientId();

    /** Where the identity provider has endpoints that are not on the issuer's own host. */
    Optional<List<String>> identityProviderOrigins();
}
