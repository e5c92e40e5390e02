package io.janua.security;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Lets pages of other origins ask the API, where the operator names those origins. Without that, the framework's filter is
 * not even there, and browsers keep such pages from reading answers.
 */
public class CorsSettings implements ConfigSourceFactory {

    private static final String NAME = "janua-cors";

    /** Above application.properties, below the environment. */
    private static final int ORDINAL = 275;

    private static final String FROM_PAGES = "Accept,Authorization,Content-Type,Idempotency-Key,If-None-Match,"
            + "Last-Event-ID,X-API-Key,X-Invitation,X-Request-Id";
    private static final String TO_PAGES =
            "Location,RateLimit-Limit,RateLimit-Remaining,RateLimit-Reset,Retry-After,X-Request-Id";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Map<String, String> settings = Optional.ofNullable(context.getValue("janua.cors.origins"))
                .map(ConfigValue::getValue)
                .filter(origins -> !origins.isBlank())
                .map(CorsSettings::of)
                .orElse(Map.of());
        return settings.isEmpty() ? List.of() : List.of(new PropertiesConfigSource(settings, NAME, ORDINAL));
    }

    /**
     * @param origins with commas between them
     * @throws IllegalArgumentException for what is no exact origin; the framework would take patterns and {@code *}
     */
    static Map<String, String> of(String origins) {
        return Map.of(
                "quarkus.http.cors.enabled",
                "true",
                "quarkus.http.cors.origins",
                Stream.of(origins.split(",")).map(CorsSettings::exact).collect(Collectors.joining(",")),
                "quarkus.http.cors.methods",
                "GET,POST,PUT,PATCH,DELETE",
                "quarkus.http.cors.headers",
                FROM_PAGES,
                "quarkus.http.cors.exposed-headers",
                TO_PAGES,
                // There are no cookies, and nothing else that a browser would send of its own accord.
                "quarkus.http.cors.access-control-allow-credentials",
                "false",
                "quarkus.http.cors.access-control-max-age",
                "10M");
    }

    private static String exact(String text) {
        String origin = text.strip();
        try {
            URI uri = new URI(origin);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && origin.equals(uri.getScheme() + "://" + uri.getAuthority())) {
                return origin;
            }
        } catch (URISyntaxException noUri) {
            // The same words.
        }
        throw new IllegalArgumentException(
                "JANUA_CORS_ORIGINS takes origins like https://desk.example.org, without path, pattern or *: "
                        + origin);
    }
}
