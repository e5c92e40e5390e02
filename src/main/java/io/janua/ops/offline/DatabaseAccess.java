package io.janua.ops.offline;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.postgresql.Driver;

/**
 * One way into a database.
 *
 * @param url for JDBC
 */
public record DatabaseAccess(String url, String user, String password) {

    private static final String CONNECT_SECONDS = "5";

    public Connection connect() throws SQLException {
        var properties = new Properties();
        properties.put("user", user);
        properties.put("password", password);
        properties.put("loginTimeout", CONNECT_SECONDS);
        properties.put("connectTimeout", CONNECT_SECONDS);
        // The detail of an error can quote a row, and rows are about people.
        properties.put("logServerErrorDetail", "false");
        properties.put("ApplicationName", "janua");
        return DriverManager.getConnection(url, properties);
    }

    /**
     * The same way for PostgreSQL's own programs, which read it from the environment: their arguments would be everybody's
     * to see.
     *
     * @throws IllegalArgumentException when the address is none of PostgreSQL
     */
    public Map<String, String> environment() {
        Properties parts = Driver.parseURL(url, new Properties());
        if (parts == null) {
            throw new IllegalArgumentException(
                    "JANUA_DB_URL is no address of the form jdbc:postgresql://host:port/name");
        }
        Map<String, String> environment = new TreeMap<>(Map.of(
                "PGHOST",
                parts.getProperty("PGHOST"),
                "PGPORT",
                parts.getProperty("PGPORT"),
                "PGDATABASE",
                parts.getProperty("PGDBNAME"),
                "PGUSER",
                user,
                "PGPASSWORD",
                password,
                "PGCONNECT_TIMEOUT",
                CONNECT_SECONDS));
        Map.of("sslmode", "PGSSLMODE", "sslrootcert", "PGSSLROOTCERT", "sslcert", "PGSSLCERT")
                .forEach((property, variable) -> Optional.ofNullable(parts.getProperty(property))
                        .ifPresent(value -> environment.put(variable, value)));
        if ("primary".equals(parts.getProperty("targetServerType"))) {
            environment.put("PGTARGETSESSIONATTRS", "read-write");
        }
        return environment;
    }

    @Override
    public String toString() {
        // What follows can hold a password, too.
        return "%s as %s".formatted(url.replaceFirst("\\?.*", ""), user);
    }
}
