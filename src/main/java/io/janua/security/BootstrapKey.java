package io.janua.security;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
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

    private final AgroalDataSource database;
    private final Optional<String> configured;

    BootstrapKey(
            AgroalDataSource database,
            @ConfigProperty(name = "janua.security.bootstrap-key") Optional<String> configured) {
        this.database = database;
        this.configured = configured;
    }

    void create(@Observes StartupEvent started) throws SQLException {
        if (configured.isEmpty()) {
            return;
        }
        ApiKeySecret secret = new ApiKeySecret(configured.get());
        if (secret.text().length() < MIN_CHARACTERS) {
            throw new IllegalArgumentException(
                    "JANUA_BOOTSTRAP_KEY is too short to be safe: it needs %d characters".formatted(MIN_CHARACTERS));
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT_IF_FIRST)) {
            insert.setObject(1, UuidVersion7Strategy.INSTANCE.generateUuid(null));
            insert.setString(2, secret.visiblePart());
            insert.setBytes(3, secret.hash());
            insert.setArray(4, connection.createArrayOf("text", Operations.ALL.toArray()));
            try (var created = insert.executeQuery()) {
                if (created.next() && created.getBoolean(1)) {
                    Log.info("the first API key was created from JANUA_BOOTSTRAP_KEY");
                }
            }
        }
    }
}
