package io.janua.security;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Which pages of others may ask the API: {@link CorsSettings}. */
@ConfigMapping(prefix = "janua.cors")
interface CorsConfig {

    /** Origins, letter by letter as browsers send them: {@code https://desk.example.org}. None: no page of others may. */
    Optional<List<String>> origins();
}
