package io.janua.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsSettingsTest {

    @Test
    void unlessOriginsAreNamedThereIsNoCors() {
        assertThat(config("").getOptionalValue("quarkus.http.cors.enabled", boolean.class))
                .isEmpty();
    }

    @Test
    void namedOriginsMayAsk() {
        var config = config("https://desk.example.org, http://localhost:5173");

        assertThat(config.getValue("quarkus.http.cors.enabled", boolean.class)).isTrue();
        assertThat(config.getValues("quarkus.http.cors.origins", String.class))
                .containsExactly("https://desk.example.org", "http://localhost:5173");
        assertThat(config.getValues("quarkus.http.cors.headers", String.class)).contains("X-API-Key", "Authorization");
        assertThat(config.getValue("quarkus.http.cors.access-control-allow-credentials", boolean.class))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "/.*/",
                "https://*.example.org",
                "https://desk.example.org/",
                "https://desk.example.org/page",
                "desk.example.org",
                "null",
                "file:///tmp",
                "https://a b"
            })
    void whatIsNoExactOriginIsRefused(String origins) {
        assertThatIllegalArgumentException().isThrownBy(() -> CorsSettings.of(origins));
    }

    private static SmallRyeConfig config(String origins) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of("janua.cors.origins", origins), "environment", 300))
                .withSources(new CorsSettings())
                .build();
    }
}
