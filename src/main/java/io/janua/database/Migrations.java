package io.janua.database;

import io.quarkus.flyway.runtime.QuarkusFlywayClassProvider;
import io.quarkus.flyway.runtime.QuarkusFlywayResourceProvider;
import io.quarkus.flyway.runtime.QuarkusPathLocationScanner;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Flyway for commands; the service has Quarkus' own, by the same settings in application.properties. */
public final class Migrations {

    private static final Location LOCATION = new Location("classpath:db/migration");

    private Migrations() {}

    /** @param serviceRole to whom the migrations give what the service needs */
    public static FluentConfiguration of(DatabaseAccess database, String serviceRole) {
        var configuration = Flyway.configure()
                .jdbcProperties(database.properties())
                .dataSource(database.url(), database.user(), database.password())
                .locations(LOCATION)
                .placeholders(Map.of("service", serviceRole))
                .cleanDisabled(true);
        // In an executable there is no class path to look through: Quarkus noted what was there when it was built.
        var noted = new QuarkusPathLocationScanner(configuration, List.of(LOCATION)).scanForResources();
        return noted.isEmpty()
                ? configuration
                : configuration
                        .resourceProvider(new QuarkusFlywayResourceProvider(noted))
                        .javaMigrationClassProvider(new QuarkusFlywayClassProvider<>(List.of()));
    }
}
