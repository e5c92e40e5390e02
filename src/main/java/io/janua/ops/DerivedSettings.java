package io.janua.ops;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Settings of libraries that follow from Janua's own, where an expression cannot say how. */
public class DerivedSettings implements ConfigSourceFactory {

    /** Below application.properties. */
    private static final int ORDINAL = 240;

    private static final String ENDPOINT = "janua.otlp.endpoint";
    private static final String FORMAT = "janua.log.format";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean traced = value(context, ENDPOINT).isPresent();
        boolean json =
                switch (value(context, FORMAT).orElse("text")) {
                    case "json" -> true;
                    case "text" -> false;
                    default -> throw new IllegalArgumentException("JANUA_LOG_FORMAT is neither 'text' nor 'json'");
                };
        return List.of(new PropertiesConfigSource(
                Map.of(
                        "quarkus.otel.sdk.disabled", String.valueOf(!traced),
                        "quarkus.datasource.jdbc.telemetry.enabled", String.valueOf(traced),
                        "quarkus.log.console.json.enabled", String.valueOf(json)),
                "derived settings",
                ORDINAL));
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }

    private static Optional<String> value(ConfigSourceContext context, String name) {
        return Optional.ofNullable(context.getValue(name))
                .map(ConfigValue::getValue)
                .filter(value -> !value.isBlank());
    }
}
