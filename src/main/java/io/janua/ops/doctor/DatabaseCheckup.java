package io.janua.ops.doctor;

import static io.janua.ops.doctor.Finding.fail;
import static io.janua.ops.doctor.Finding.ok;
import static io.janua.ops.doctor.Finding.warn;

import io.janua.database.DatabaseAccess;
import io.janua.ops.offline.Installation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The server, its extension, the role that serves, and the clock. */
final class DatabaseCheckup {

    private static final int OLDEST_SERVER = 15;
    private static final String OLDEST_VECTOR = "0.8";
    private static final Duration CLOCKS_AGREE = Duration.ofSeconds(2);
    private static final Duration CLOCKS_DISAGREE = Duration.ofSeconds(30);

    private static final String SERVER = """
            SELECT current_setting('server_version_num')::integer / 10000 AS major,
                current_setting('server_version') AS version,
                (SELECT extversion FROM pg_extension WHERE extname = 'vector') AS vector,
                current_setting('log_error_verbosity') AS verbosity,
                current_setting('max_connections')::integer AS connections""";

    private static final String ROLE = """
            SELECT r.rolsuper OR r.rolbypassrls AS above,
                EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname = 'public' AND pg_has_role(c.relowner, 'MEMBER')) AS owns
            FROM pg_roles r WHERE r.rolname = current_user""";

    private final Installation installation;
    private final Consumer<Finding> found;

    DatabaseCheckup(Installation installation, Consumer<Finding> found) {
        this.installation = installation;
        this.found = found;
    }

    /** @return whether there is a database to look further into */
    boolean look() {
        DatabaseAccess service = installation.asService();
        try (Connection connection = service.connect()) {
            found.accept(clock(connection));
            server(connection).forEach(found);
            found.accept(role(connection, service.user()));
            return true;
        } catch (SQLException unreachable) {
            found.accept(fail(
                    "database",
                    "%s: %s".formatted(service, unreachable.getMessage()),
                    "start it, or set JANUA_DB_URL, JANUA_DB_USER and JANUA_DB_PASSWORD"));
            return false;
        }
    }

    private List<Finding> server(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SERVER)) {
            row.next();
            List<Finding> findings = new ArrayList<>();
            String version = row.getString("version");
            findings.add(
                    row.getInt("major") >= OLDEST_SERVER
                            ? ok("database", "PostgreSQL %s answers".formatted(version))
                            : fail(
                                    "database",
                                    "PostgreSQL " + version,
                                    "upgrade to %d or newer".formatted(OLDEST_SERVER)));
            findings.add(vector(row.getString("vector")));
            if (!"terse".equals(row.getString("verbosity"))) {
                findings.add(warn(
                        "database log",
                        "the detail of its errors may quote rows about people",
                        "set log_error_verbosity = terse on the server"));
            }
            int pool = Integer.parseInt(
                    installation.text("quarkus.datasource.jdbc.max-size").orElse("0"));
            if (row.getInt("connections") < pool) {
                findings.add(warn(
                        "connections",
                        "the server takes %d, an instance up to %d".formatted(row.getInt("connections"), pool),
                        "raise max_connections, or lower JANUA_DB_POOL"));
            }
            return findings;
        }
    }

    static Finding vector(String version) {
        if (version == null) {
            return fail("pgvector", "it is missing", "as a superuser, in this database: CREATE EXTENSION vector;");
        }
        String[] parts = version.split("\\.");
        String[] oldest = OLDEST_VECTOR.split("\\.");
        int major = Integer.compare(Integer.parseInt(parts[0]), Integer.parseInt(oldest[0]));
        int minor = Integer.compare(Integer.parseInt(parts[1]), Integer.parseInt(oldest[1]));
        return major > 0 || (major == 0 && minor >= 0)
                ? ok("pgvector", version)
                : fail(
                        "pgvector",
                        version + " is too old",
                        "install %s or newer, then ALTER EXTENSION vector UPDATE;".formatted(OLDEST_VECTOR));
    }

    private static Finding role(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ROLE)) {
            row.next();
            return row.getBoolean("above") || row.getBoolean("owns")
                    ? fail(
                            "service role",
                            "%s stands above row security, so nothing would keep tenants apart".formatted(name),
                            "let JANUA_DB_OWNER own the tables, and name a role in JANUA_DB_USER that is NOSUPERUSER,"
                                    + " NOBYPASSRLS and owns nothing")
                    : ok("service role", "%s owns nothing, and row security holds for it".formatted(name));
        }
    }

    private static Finding clock(Connection connection) throws SQLException {
        Instant before = Instant.now();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
            row.next();
            Instant there = row.getObject(1, OffsetDateTime.class).toInstant();
            return clock(before, there, Instant.now());
        }
    }

    /** Where the other clock may stand between the two moments, they agree. */
    static Finding clock(Instant before, Instant there, Instant after) {
        Duration apart = there.isBefore(before)
                ? Duration.between(there, before)
                : there.isAfter(after) ? Duration.between(after, there) : Duration.ZERO;
        String says = "%.1f s apart from the database's".formatted(apart.toMillis() / 1000.0);
        if (apart.compareTo(CLOCKS_AGREE) <= 0) {
            return ok("clock", says);
        }
        String remedy = "keep both machines' clocks by NTP";
        return apart.compareTo(CLOCKS_DISAGREE) <= 0 ? warn("clock", says, remedy) : fail("clock", says, remedy);
    }
}
