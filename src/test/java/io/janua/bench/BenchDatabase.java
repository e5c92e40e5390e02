package io.janua.bench;

import java.net.URI;
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
    private final AtExit dropping =
            new AtExit(() -> execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name)));

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
        URI server = URI.create(setting(SERVER).substring("jdbc:".length()));
        return Map.of(
                "JANUA_DB_URL", "jdbc:" + server.resolve("/" + name),
                "JANUA_DB_USER", setting(USER),
                "JANUA_DB_PASSWORD", setting(PASSWORD),
                "JANUA_DB_OWNER", setting(OWNER),
                "JANUA_DB_OWNER_PASSWORD", setting(OWNER_PASSWORD),
                "JANUA_MASTER_KEY", MASTER_KEY);
    }

    @Override
    public void close() {
        dropping.now();
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
