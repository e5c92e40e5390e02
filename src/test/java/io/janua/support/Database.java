package io.janua.support;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the service left in its database, seen past it. */
public final class Database {

    private static final Duration BACK_WITHIN = Duration.ofSeconds(60);

    /** A little more than quarkus.datasource.jdbc.foreground-validation-interval. */
    private static final Duration TRUSTED_FOR = Duration.ofMillis(1_200);

    private Database() {}

    /** After it was cut off. A connection that has just been used is taken for a good one, also when it broke. */
    public static void giveBack() {
        Duration pause = TestDatabase.proxy().isCut() ? TRUSTED_FOR : Duration.ZERO;
        TestDatabase.proxy().restore();
        await().atMost(BACK_WITHIN)
                .pollDelay(pause)
                .until(() -> Api.asAdmin().get("/v1/access/points").statusCode() == 200);
    }

    /** Rows of everything that an enrolment writes, in all tenants. */
    public static long rows() {
        return query("SELECT (SELECT count(*) FROM gallery) + (SELECT count(*) FROM subject)"
                + " + (SELECT count(*) FROM sample) + (SELECT count(*) FROM sample_image)"
                + " + (SELECT count(*) FROM template) + (SELECT count(*) FROM api_key)");
    }

    /** Whether a transaction waits for a lock that another one has. */
    public static boolean somebodyWaits() {
        return query("SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid"
                        + " WHERE NOT l.granted AND a.datname = current_database()")
                > 0;
    }

    public static long query(String countSql, Object... parameters) {
        try (var connection = TestDatabase.connect();
                var statement = connection.prepareStatement(countSql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The first column of the first row. */
    public static String text(String sql) {
        try (var connection = TestDatabase.connect();
                var statement = connection.prepareStatement(sql);
                var row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The first column of every row. */
    public static List<String> texts(String sql) {
        try (var connection = TestDatabase.connect();
                var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** As the service's own role sees it when it works for a tenant. */
    public static long queryAsService(String tenant, String countSql) {
        try (var connection = TestDatabase.connectAsService();
                var setting = connection.prepareStatement("SELECT set_config('janua.tenant', ?, false)");
                var statement = connection.prepareStatement(countSql)) {
            setting.setString(1, tenant);
            setting.execute();
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static void execute(String sql, Object... parameters) {
        try (var connection = TestDatabase.connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
