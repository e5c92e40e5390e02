package io.janua.bench;

import io.janua.support.ThrownAway;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An empty database on the test server, dropped when it is closed, and also when the benchmark is interrupted. */
final class BenchDatabase implements AutoCloseable {

    private static final String SERVER = "JANUA_TEST_DB_URL";
    private static final String USER = "JANUA_TEST_DB_USER";
    private static final String PASSWORD = "JANUA_TEST_DB_PASSWORD";
    private static final String OWNER = "JANUA_TEST_DB_OWNER";
    private static final String OWNER_PASSWORD = "JANUA_TEST_DB_OWNER_PASSWORD";

    private static final String MASTER_KEY = "YmVuY2ggb25seSBiZW5jaCBvbmx5IGJlbmNoIG9ubHk=";

    private final String name = "janua_bench_" + UUID.randomUUID().toString().replace('-', '_');
    private final AtExit dropping = new AtExit(
            () -> ThrownAway.database(() -> execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name))));

    private BenchDatabase() {}

    static BenchDatabase create() {
        var database = new BenchDatabase();
        try {
            execute("CREATE DATABASE " + database.name);
        } catch (IllegalStateException failed) {
            database.dropping.forget();
            throw failed;
        }
        return database;
    }

    /** What a service has to be told in order to use it. */
    Map<String, String> settings() {
        return Map.of(
                "JANUA_DB_URL", url(),
                "JANUA_DB_USER", setting(USER),
                "JANUA_DB_PASSWORD", setting(PASSWORD),
                "JANUA_DB_OWNER", setting(OWNER),
                "JANUA_DB_OWNER_PASSWORD", setting(OWNER_PASSWORD),
                "JANUA_MASTER_KEY", MASTER_KEY);
    }

    /** As the service has it when it works for a tenant: with row security. */
    Connection connectAsService(String tenant) throws SQLException {
        Connection connection = DriverManager.getConnection(url(), setting(USER), setting(PASSWORD));
        letSee(connection, tenant);
        return connection;
    }

    /** What the service says each time that it takes a connection. */
    static void letSee(Connection connection, String tenant) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT set_config('janua.tenant', ?, false)")) {
            statement.setString(1, tenant);
            statement.execute();
        }
    }

    /** To watch the service past row security. */
    Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(url(), setting(OWNER), setting(OWNER_PASSWORD));
    }

    /** Whether commits reach the disk, as in an installation; on a test's own server they need not. */
    boolean commitsAreDurable() {
        try (var connection = connectAsOwner()) {
            return number(
                            connection,
                            "SELECT count(*) FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit') AND setting = 'on'")
                    == 2;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        dropping.now();
    }

    private String url() {
        URI server = URI.create(setting(SERVER).substring("jdbc:".length()));
        return "jdbc:" + server.resolve("/" + name);
    }

    private static void execute(String sql) {
        try (var connection = DriverManager.getConnection(setting(SERVER), setting(OWNER), setting(OWNER_PASSWORD));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException("the database server of %s refuses: %s".formatted(SERVER, sql), failed);
        }
    }

    private static String setting(String name) {
        return Optional.ofNullable(System.getenv(name))
                .orElseThrow(() -> new IllegalStateException(
                        name + " is not set: measure with ./janua bench, which starts a database for it"));
    }
}
