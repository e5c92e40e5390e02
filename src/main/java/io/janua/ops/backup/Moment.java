package io.janua.ops.backup;

import io.janua.database.DatabaseAccess;
import io.janua.ops.backup.Manifest.LogHead;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One state of a database, for as long as this is open, whatever others write meanwhile. */
final class Moment implements AutoCloseable {

    /** Of the server that runs, not of what is worth keeping: who is at work, and numbers of its transactions. */
    static final Set<String> NOT_KEPT = Set.of("instance", "template_change");

    private static final String TABLES = """
            SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') ORDER BY 1""";

    private static final String LOGS = """
            SELECT t.tenant_id, t.size,
                (SELECT c.note FROM audit_checkpoint c WHERE c.tenant_id = t.tenant_id ORDER BY c.size DESC LIMIT 1)
            FROM audit_tree t ORDER BY 1""";

    private static final String MASTER_KEYS = "SELECT DISTINCT master_key FROM tenant_secret ORDER BY 1";

    private final Connection connection;

    private Moment(Connection connection) {
        this.connection = connection;
    }

    static Moment of(DatabaseAccess database) throws SQLException {
        Connection connection = database.connect();
        try {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            var moment = new Moment(connection);
            // Where row security would leave rows out, this makes it an error.
            moment.execute("SET row_security = off");
            return moment;
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /** By which pg_dump sees the same. */
    String snapshot() throws SQLException {
        return text("SELECT pg_export_snapshot()");
    }

    Instant takenAt() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT now()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    String serverVersion() throws SQLException {
        return text("SHOW server_version").replaceFirst(" .*", "");
    }

    /** As packages are named by it: 17 of 17.2. */
    int serverMajor() throws SQLException {
        return Integer.parseInt(serverVersion().replaceFirst("\\D.*", ""));
    }

    /** Null where the extension is missing. */
    String vectorVersion() throws SQLException {
        return text("SELECT (SELECT extversion FROM pg_extension WHERE extname = 'vector')");
    }

    /** The last migration; null where there was none. */
    String schema() throws SQLException {
        return has("flyway_schema_history")
                ? text("SELECT (SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL"
                        + " ORDER BY installed_rank DESC LIMIT 1)")
                : null;
    }

    /** The version of the service that last said that it lives; null where none did since the server began. */
    String servedBy() throws SQLException {
        return has("instance") ? text("SELECT (SELECT version FROM instance ORDER BY seen_at DESC LIMIT 1)") : null;
    }

    boolean has(String table) throws SQLException {
        return "t".equals(text("SELECT to_regclass('public.%s') IS NOT NULL".formatted(table)));
    }

    /** Whether templates are kept on other servers. */
    boolean isSharded() throws SQLException {
        return "t".equals(text("SELECT relkind <> 'r' FROM pg_class WHERE oid = 'template'::regclass"));
    }

    boolean hasRole(String role) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT FROM pg_roles WHERE rolname = ?")) {
            statement.setString(1, role);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Tables, views, sequences and functions that are not an extension's. */
    long objects() throws SQLException {
        return Long.parseLong(text("""
                SELECT (SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                            AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e'))
                    + (SELECT count(*) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                        WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                            AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e'))"""));
    }

    List<String> masterKeys() throws SQLException {
        return column(MASTER_KEYS);
    }

    Map<String, Long> rows() throws SQLException {
        Map<String, Long> rows = new HashMap<>();
        for (String table : column(TABLES)) {
            if (!NOT_KEPT.contains(table)) {
                rows.put(table, Long.parseLong(text("SELECT count(*) FROM public.\"%s\"".formatted(table))));
            }
        }
        return rows;
    }

    List<LogHead> logs() throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOGS)) {
            List<LogHead> logs = new ArrayList<>();
            while (row.next()) {
                logs.add(new LogHead(row.getString(1), row.getLong(2), row.getString(3)));
            }
            return logs;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        return column(sql).getFirst();
    }

    private List<String> column(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }
}
