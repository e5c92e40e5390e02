package io.janua.db;

import io.janua.support.ThrownAway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** A new database on the test server, to be migrated step by step as an installation is over the years. */
public final class RehearsalDatabase implements AutoCloseable {

    private final String name =
            "janua_rehearsal_" + UUID.randomUUID().toString().replace('-', '_');
    private final String url;

    private RehearsalDatabase() {
        URI server = URI.create(setting("JANUA_TEST_DB_URL").substring("jdbc:".length()));
        url = "jdbc:postgresql://%s:%d/%s".formatted(server.getHost(), server.getPort(), name);
        execute(setting("JANUA_TEST_DB_URL"), "CREATE DATABASE " + name);
    }

    public static RehearsalDatabase create() {
        return new RehearsalDatabase();
    }

    /** @param version as Flyway names it, or {@code latest} */
    public void migrateTo(String version) {
        Flyway.configure()
                .dataSource(url, setting("JANUA_TEST_DB_OWNER"), setting("JANUA_TEST_DB_OWNER_PASSWORD"))
                .locations("classpath:db/migration")
                .placeholders(Map.of("service", setting("JANUA_TEST_DB_USER")))
                .target(version)
                .load()
                .migrate();
    }

    /** @param version whose new tables get their rows, from the folder db/rehearsal of the test resources */
    public void addRowsOf(String version) {
        try (var script = RehearsalDatabase.class.getResourceAsStream("/db/rehearsal/%s.sql".formatted(version));
                var connection = asOwner();
                var statement = connection.createStatement()) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (SQLException refused) {
            throw new IllegalStateException("the rows of %s do not fit".formatted(version), refused);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The settings by which the service would find it. */
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.datasource.jdbc.url", url,
                "quarkus.datasource.username", setting("JANUA_TEST_DB_USER"),
                "quarkus.datasource.password", setting("JANUA_TEST_DB_PASSWORD"),
                "quarkus.flyway.username", setting("JANUA_TEST_DB_OWNER"),
                "quarkus.flyway.password", setting("JANUA_TEST_DB_OWNER_PASSWORD"));
    }

    /** Past row security. */
    Connection asOwner() {
        return connect(url, setting("JANUA_TEST_DB_OWNER"), setting("JANUA_TEST_DB_OWNER_PASSWORD"));
    }

    /** As the service has it, before it has said for which tenant. */
    Connection asService() {
        return connect(url, setting("JANUA_TEST_DB_USER"), setting("JANUA_TEST_DB_PASSWORD"));
    }

    /** As the service has it while it works for a tenant. */
    Connection asServiceFor(String tenant) {
        Connection connection = asService();
        rows(connection, "SELECT set_config('janua.tenant', ?, false)", tenant);
        return connection;
    }

    /** The first column of every row, read as the owner. */
    public List<String> column(String sql, Object... parameters) {
        try (var connection = asOwner()) {
            return rows(connection, sql, parameters);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static List<String> rows(Connection connection, String sql, Object... parameters) {
        try (var statement = prepared(connection, sql, parameters);
                var rows = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /** @return the SQL state of the refusal, or how many rows were changed */
    static String attempt(Connection connection, String sql, Object... parameters) {
        try (var statement = prepared(connection, sql, parameters)) {
            statement.execute();
            return "rows: " + statement.getUpdateCount();
        } catch (SQLException refused) {
            return refused.getSQLState();
        }
    }

    @Override
    public void close() {
        ThrownAway.database(
                () -> execute(setting("JANUA_TEST_DB_URL"), "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name)));
    }

    public static String serviceRole() {
        return setting("JANUA_TEST_DB_USER");
    }

    public static String ownerRole() {
        return setting("JANUA_TEST_DB_OWNER");
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private static void execute(String url, String sql) {
        try (var connection = connect(url, setting("JANUA_TEST_DB_OWNER"), setting("JANUA_TEST_DB_OWNER_PASSWORD"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private static Connection connect(String url, String user, String password) {
        try {
            return DriverManager.getConnection(url, user, password);
        } catch (SQLException unreachable) {
            throw new IllegalStateException("the test database does not answer", unreachable);
        }
    }

    private static String setting(String name) {
        return Optional.ofNullable(System.getenv(name))
                .orElseThrow(() -> new IllegalStateException(
                        name + " is not set: run the tests with ./janua test, which starts a database for them"));
    }
}
