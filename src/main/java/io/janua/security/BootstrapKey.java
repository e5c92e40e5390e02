package io.janua.security;

import io.janua.database.Sql;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * The first key of a new installation: all operations, the default tenant, taken from {@code JANUA_BOOTSTRAP_KEY}. As
 * soon as any key exists, the variable means nothing.
 */
@ApplicationScoped
class BootstrapKey {

    private static final int MIN_CHARACTERS = 32;

    private static final String INSERT_IF_FIRST = "SELECT create_first_api_key(?, ?, ?, ?)";

    private final Sql sql;
    private final Optional<String> configured;

    BootstrapKey(Sql sql, @ConfigProperty(name = "janua.security.bootstrap-key") Optional<String> configured) {
        this.sql = sql;
        this.configured = configured;
    }

    void create(@Observes StartupEvent started) {
        if (configured.isEmpty()) {
            return;
        }
        ApiKeySecret secret = new ApiKeySecret(configured.get());
        if (secret.text().length() < MIN_CHARACTERS) {
            throw new IllegalArgumentException(
                    "JANUA_BOOTSTRAP_KEY is too short to be safe: it needs %d characters".formatted(MIN_CHARACTERS));
        }
        boolean created = sql.query(
                        INSERT_IF_FIRST,
                        row -> row.getBoolean(1),
                        UuidVersion7Strategy.INSTANCE.generateUuid(null),
                        secret.visiblePart(),
                        secret.hash(),
                        new Sql.Array("text", Operations.ALL.toArray()))
                .getFirst();
        if (created) {
            Log.info("the first API key was created from JANUA_BOOTSTRAP_KEY");
        }
    }
}
