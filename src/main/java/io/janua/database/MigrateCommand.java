package io.janua.database;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Brings the tables up to date and ends, or waits until somebody else has done so. So the instances that serve need not
 * know the password of the role that owns the tables.
 */
public final class MigrateCommand {

    private static final int CONNECT_ATTEMPTS = 60;
    private static final int LONGEST_PAUSE_SECONDS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Map<String, String> environment;

    MigrateCommand(Map<String, String> environment) {
        this.environment = new HashMap<>(environment);
        var secrets = new SecretFiles(environment);
        secrets.getPropertyNames().forEach(name -> this.environment.put(name, secrets.getValue(name)));
    }

    /** @param arguments none, or {@code --wait} */
    public static void main(String... arguments) {
        try {
            var command = new MigrateCommand(System.getenv());
            switch (arguments.length == 0 ? "" : arguments[0]) {
                case "" -> System.out.println(command.migrate());
                case "--wait" -> System.out.println(command.await(PATIENCE));
                default -> throw new IllegalArgumentException("usage: migrate [--wait]");
            }
        } catch (FlywayException | IllegalStateException | IllegalArgumentException failed) {
            System.err.println(failed.getMessage());
            System.exit(1);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            System.exit(1);
        }
    }

    /** As the role that owns the tables. */
    String migrate() {
        var result = flyway("JANUA_DB_OWNER", "janua", "JANUA_DB_OWNER_PASSWORD", CONNECT_ATTEMPTS)
                .migrate();
        return "The database is at version %s; %d migrations were applied."
                .formatted(
                        Optional.ofNullable(result.targetSchemaVersion).orElse(result.initialSchemaVersion),
                        result.migrationsExecuted);
    }

    /**
     * As the role that serves: it may read which migrations there were.
     *
     * @throws IllegalStateException when the tables are older than this package for longer than that
     */
    String await(Duration patience) throws InterruptedException {
        Flyway flyway = flyway("JANUA_DB_USER", "janua_service", "JANUA_DB_PASSWORD", 0);
        long deadline = System.nanoTime() + patience.toNanos();
        String reason = missing(flyway);
        while (!reason.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(reason);
            }
            Thread.sleep(PERIOD);
            reason = missing(flyway);
        }
        return "The database has every migration of this package.";
    }

    /** What stands in the way; empty where nothing does. A newer package may have migrated further. */
    private static String missing(Flyway flyway) {
        try {
            MigrationInfo[] pending = flyway.info().pending();
            return pending.length == 0
                    ? ""
                    : "The database lacks version %s: let `migrate` run.".formatted(pending[0].getVersion());
        } catch (FlywayException unreachable) {
            return unreachable.getMessage();
        }
    }

    private Flyway flyway(String role, String usualRole, String password, int connectAttempts) {
        var database = new DatabaseAccess(
                setting("JANUA_DB_URL", "jdbc:postgresql://127.0.0.1:55432/janua"),
                setting(role, usualRole),
                setting(password, ""));
        return Migrations.of(database, setting("JANUA_DB_USER", "janua_service"))
                .connectRetries(connectAttempts)
                .connectRetriesInterval(LONGEST_PAUSE_SECONDS)
                .load();
    }

    private String setting(String name, String usual) {
        String value = environment.getOrDefault(name, "");
        return value.isBlank() ? usual : value;
    }
}
