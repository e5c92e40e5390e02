package io.janua.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A database of its own for a test run, on the server that {@code ./janua test} starts. The service reaches it through
 * a {@link CuttableProxy}, so that tests can take it away.
 */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private static final String MASTER_KEY = "dGVzdCBvbmx5IHRlc3Qgb25seSB0ZXN0IG9ubHkgMzI=";

    /** The one that tests look at: whichever began last, of those that have not ended. */
    private static TestDatabase current;

    private final String name = "janua_test_" + UUID.randomUUID().toString().replace('-', '_');
    private TestDatabase before;
    private CuttableProxy proxy;
    private String directUrl;

    @Override
    public Map<String, String> start() {
        URI server = URI.create(setting("JANUA_TEST_DB_URL").substring("jdbc:".length()));
        directUrl = "jdbc:postgresql://%s:%d/%s".formatted(server.getHost(), server.getPort(), name);
        execute(setting("JANUA_TEST_DB_URL"), "CREATE DATABASE " + name);
        proxy = new CuttableProxy(server.getHost(), server.getPort());
        before = current;
        current = this;
        return Map.of(
                "quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:%d/%s".formatted(proxy.port(), name),
                "quarkus.datasource.username", setting("JANUA_TEST_DB_USER"),
                "quarkus.datasource.password", setting("JANUA_TEST_DB_PASSWORD"),
                "quarkus.flyway.username", setting("JANUA_TEST_DB_OWNER"),
                "quarkus.flyway.password", setting("JANUA_TEST_DB_OWNER_PASSWORD"),
                "janua.secrets.master-key", MASTER_KEY,
                "janua.security.bootstrap-key", Api.FIRST_KEY);
    }

    /** What {@link #start} said, as a person sets it: in variables of the environment. */
    public Map<String, String> variables() {
        return Map.of(
                "JANUA_DB_URL", directUrl,
                "JANUA_DB_USER", setting("JANUA_TEST_DB_USER"),
                "JANUA_DB_PASSWORD", setting("JANUA_TEST_DB_PASSWORD"),
                "JANUA_DB_OWNER", setting("JANUA_TEST_DB_OWNER"),
                "JANUA_DB_OWNER_PASSWORD", setting("JANUA_TEST_DB_OWNER_PASSWORD"),
                "JANUA_MASTER_KEY", MASTER_KEY);
    }

    @Override
    public void stop() {
        current = before;
        proxy.close();
        ThrownAway.database(
                () -> execute(setting("JANUA_TEST_DB_URL"), "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name)));
    }

    /** What stands between the service and its database. */
    public static CuttableProxy proxy() {
        return current.proxy;
    }

    /** A connection past the service and past row security, to look at what it left behind. */
    public static Connection connect() {
        return connect(current.directUrl);
    }

    /** A connection past the service, under its own role: with row security. */
    public static Connection connectAsService() {
        return connect(current.directUrl, setting("JANUA_TEST_DB_USER"), setting("JANUA_TEST_DB_PASSWORD"));
    }

    private static Connection connect(String url) {
        return connect(url, setting("JANUA_TEST_DB_OWNER"), setting("JANUA_TEST_DB_OWNER_PASSWORD"));
    }

    private static Connection connect(String url, String user, String password) {
        try {
            return DriverManager.getConnection(url, user, password);
        } catch (SQLException unreachable) {
            throw new IllegalStateException("the test database does not answer", unreachable);
        }
    }

    private static void execute(String url, String sql) {
        try (var connection = connect(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private static String setting(String name) {
        return Optional.ofNullable(System.getenv(name))
                .orElseThrow(() -> new IllegalStateException(
                        name + " is not set: run the tests with ./janua test, which starts a database for them"));
    }
}
