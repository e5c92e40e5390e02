package io.janua.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.postgresql.Driver;

/**
 * One way into a database, for commands beside the service.
 *
 * @param url for JDBC
 */
public record DatabaseAccess(String url, String user, String password) {

    private static final String CONNECT_SECONDS = "5";
    private static final String CONNECTION_REJECTED = "08004";

    /** What TLS is to do, by the name that JDBC's driver has for it, and the variable of PostgreSQL's own programs. */
    private static final Map<String, String> TLS = Map.of(
            "sslmode", "PGSSLMODE",
            "sslrootcert", "PGSSLROOTCERT",
            "sslcert", "PGSSLCERT",
            "sslkey", "PGSSLKEY",
            "channelBinding", "PGCHANNELBINDING");

    public Connection connect() throws SQLException {
        try {
            parts();
        } catch (IllegalArgumentException malformed) {
            // Before the driver manager, which would quote it with the password that it may hold.
            throw new SQLException(malformed.getMessage(), CONNECTION_REJECTED);
        }
        var properties = new Properties();
        properties.put("user", user);
        properties.put("password", password);
        properties.putAll(properties());
        return DriverManager.getConnection(url, properties);
    }

    /** What every connection of a command has, whoever makes it. */
    Map<String, String> properties() {
        return Map.of(
                "loginTimeout",
                CONNECT_SECONDS,
                "connectTimeout",
                CONNECT_SECONDS,
                // The detail of an error can quote a row, and rows are about people.
                "logServerErrorDetail",
                "false",
                "ApplicationName",
                "janua");
    }

    /**
     * The same way for PostgreSQL's own programs, which read it from the environment: their arguments would be everybody's
     * to see.
     *
     * @throws IllegalArgumentException when the address is none of PostgreSQL, or asks of TLS what those programs would not
     *     do
     */
    public Map<String, String> environment() {
        Properties parts = parts();
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
        environment.putAll(transport(parts));
        if ("primary".equals(parts.getProperty("targetServerType"))) {
            environment.put("PGTARGETSESSIONATTRS", "read-write");
        }
        return environment;
    }

    /** All or an exception: what is left out here would be a connection that protects less than the service's. */
    private static Map<String, String> transport(Properties parts) {
        Map<String, String> environment = new TreeMap<>();
        for (String property : parts.stringPropertyNames()) {
            String value = parts.getProperty(property);
            if (TLS.containsKey(property)) {
                environment.put(TLS.get(property), value);
            } else if (property.startsWith("ssl")
                    && !"ssl".equals(property)
                    && !"sslResponseTimeout".equals(property)) {
                throw new IllegalArgumentException(
                        "JANUA_DB_URL has the property %s, which pg_dump and pg_restore do not".formatted(property)
                                + " know: use sslmode, sslrootcert, sslcert and sslkey.");
            }
        }
        if (environment.getOrDefault("PGSSLKEY", "").matches("(?i).*\\.(?:p12|pfx)")) {
            throw new IllegalArgumentException(
                    "sslkey in JANUA_DB_URL is a PKCS #12 store, which pg_dump and pg_restore"
                            + " do not read: give certificate and key as files of their own, the key as PKCS #8 (DER).");
        }
        // As JDBC's driver takes it: with ssl and nothing more it demands the server's own certificate and name.
        String ssl = parts.getProperty("ssl");
        if (ssl != null && (ssl.isEmpty() || Boolean.parseBoolean(ssl))) {
            environment.putIfAbsent("PGSSLMODE", "verify-full");
        }
        return environment;
    }

    private Properties parts() {
        Properties parts = Driver.parseURL(url, new Properties());
        if (parts == null) {
            throw new IllegalArgumentException(
                    "JANUA_DB_URL is no address of the form jdbc:postgresql://host:port/name");
        }
        return parts;
    }

    @Override
    public String toString() {
        // What follows can hold a password, too.
        return "%s as %s".formatted(url.replaceFirst("\\?.*", ""), user);
    }
}
