package io.janua.ops.offline;

import io.janua.database.DatabaseAccess;
import io.janua.database.SecretFiles;
import io.janua.security.secrets.MasterKey;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What the service would find if it began here and now: settings, database and master key, without starting it. */
public final class Installation {

    private static final int BELOW_ENVIRONMENT = 260;
    private static final int OF_THE_PACKAGE = 250;
    private static final int ABOVE_ALL = 1000;

    private final SmallRyeConfig settings;

    private Installation(SmallRyeConfig settings) {
        this.settings = settings;
    }

    /**
     * As the environment, the system properties, a file beside and the package itself say.
     *
     * @throws IllegalStateException when a secret's file cannot be read
     * @throws UncheckedIOException when a file with settings cannot
     */
    public static Installation configured() {
        return configured(Map.of());
    }

    /** @param overriding by property */
    public static Installation configured(Map<String, String> overriding) {
        try {
            var builder = new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .addDefaultSources()
                    .withSources(new SecretFiles())
                    .withSources(new PropertiesConfigSource(overriding, "arguments", ABOVE_ALL))
                    .withSources(new PropertiesConfigSource(ofThePackage(), OF_THE_PACKAGE));
            Path beside = Path.of("config", "application.properties");
            if (Files.isRegularFile(beside)) {
                builder.withSources(new PropertiesConfigSource(beside.toUri().toURL(), BELOW_ENVIRONMENT));
            }
            return new Installation(builder.build());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the settings cannot be read", unreadable);
        }
    }

    /** Empty also where it is set to nothing. */
    public Optional<String> text(String property) {
        return settings.getOptionalValue(property, String.class).filter(value -> !value.isBlank());
    }

    /** As the role that owns the tables, whom row security does not concern: it sees every tenant's rows. */
    public DatabaseAccess asOwner() {
        return new DatabaseAccess(
                demanded("quarkus.datasource.jdbc.url", "JANUA_DB_URL"),
                demanded("quarkus.flyway.username", "JANUA_DB_OWNER"),
                text("quarkus.flyway.password").orElse(""));
    }

    /** As the role that serves. */
    public DatabaseAccess asService() {
        return new DatabaseAccess(
                demanded("quarkus.datasource.jdbc.url", "JANUA_DB_URL"),
                demanded("quarkus.datasource.username", "JANUA_DB_USER"),
                text("quarkus.datasource.password").orElse(""));
    }

    /** @throws IllegalStateException when there is no usable one, saying what to do */
    public MasterKey masterKey() {
        return MasterKey.from(new ConfiguredSecrets(this));
    }

    private String demanded(String property, String variable) {
        return text(property)
                .orElseThrow(() -> new IllegalStateException(
                        "%s is set to nothing: give it a value, or leave it out.".formatted(variable)));
    }

    private static URL ofThePackage() {
        return Installation.class.getResource("/application.properties");
    }
}
