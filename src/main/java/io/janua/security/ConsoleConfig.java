package io.janua.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** How the console in a browser signs people in. */
@ConfigMapping(prefix = "janua.console")
interface ConsoleConfig {

    /** The console's public client at the identity provider, with PKCE; {@code GET /v1/sign-in} tells it to browsers. */
    @WithDefault("janua-console")
    String clientId();

    /**
     * Origins that the console may ask besides the issuer's own host, for example {@code https://keys.example.org}: for
     * identity providers with endpoints elsewhere.
     */
    Optional<List<String>> identityProviderOrigins();
}
