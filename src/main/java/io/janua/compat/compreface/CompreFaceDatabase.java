package io.janua.compat.compreface;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;

/** The examples as CompreFace 1.x keeps them in PostgreSQL, for when the service itself runs no more. It only reads. */
final class CompreFaceDatabase implements Examples {

    private static final int FETCHED_AT_ONCE = 20;

    private static final String COUNT = """
            SELECT count(*) FROM embedding e JOIN subject s ON s.id = e.subject_id WHERE s.api_key = ?""";

    private static final String EXAMPLES = """
            SELECT s.subject_name, e.id, i.content
            FROM embedding e JOIN subject s ON s.id = e.subject_id LEFT JOIN img i ON i.id = e.img_id
            WHERE s.api_key = ? ORDER BY e.id""";

    private final Connection connection;
    private final long total;
    private final ResultSet rows;
    private boolean more;

    /** @param key of a recognition service */
    static CompreFaceDatabase of(String url, Properties credentials, String key) throws Unusable {
        Connection connection;
        try {
            connection = DriverManager.getConnection(url, credentials);
        } catch (SQLException failed) {
            throw unreadable(failed);
        }
        try {
            return new CompreFaceDatabase(connection, key);
        } catch (SQLException failed) {
            closeQuietly(connection);
            throw unreadable(failed);
        }
    }

    private CompreFaceDatabase(Connection connection, String key) throws SQLException {
        this.connection = connection;
        connection.setReadOnly(true);
        // Only then does the driver fetch a few rows at a time; and all of them are of one moment.
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (ResultSet count = query(COUNT, key)) {
            count.next();
            total = count.getLong(1);
        }
        rows = query(EXAMPLES, key);
        more = rows.next();
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public boolean hasNext() {
        return more;
    }

    @Override
    public Example next() throws Unusable {
        try {
            byte[] picture = rows.getBytes("content");
            var example = new Example(
                    rows.getString("subject_name"),
                    rows.getObject("id", UUID.class),
                    picture == null ? new byte[0] : picture);
            more = rows.next();
            return example;
        } catch (SQLException failed) {
            throw unreadable(failed);
        }
    }

    @Override
    public void close() {
        closeQuietly(connection);
    }

    private ResultSet query(String sql, String key) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.closeOnCompletion();
        statement.setFetchSize(FETCHED_AT_ONCE);
        statement.setString(1, key);
        return statement.executeQuery();
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            // Nothing was written that could be lost.
        }
    }

    private static Unusable unreadable(SQLException failed) {
        return new Unusable(
                "CompreFace's database cannot be read: %s. Its tables are subject, embedding and img; give its"
                                .formatted(failed.getMessage())
                        + " user and password in COMPREFACE_DB_USER and COMPREFACE_DB_PASSWORD.");
    }
}
