package io.janua.database;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Flyway for commands; the service has Quarkus' own, by the same settings in application.properties. */
public final class Migrations {

    private Migrations() {}

    /** @param serviceRole to whom the migrations give what the service needs */
    public static FluentConfiguration of(DatabaseAccess database, String serviceRole) {
        return Flyway.configure()
                .jdbcProperties(database.properties())
                .dataSource(database.url(), database.user(), database.password())
                .locations("db/migration")
                .placeholders(Map.of("service", serviceRole))
                .cleanDisabled(true);
    }
}
