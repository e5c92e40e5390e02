package io.janua.gallery.resident;

import io.agroal.api.AgroalDataSource;
import io.janua.security.Acting;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/** Reads templates, and whose have changed, as one snapshot of the database shows them. */
@ApplicationScoped
class TemplateFeed {

    private static final String ACTOR = "system:search";

    private static final String ONE_SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";
    /** Other limits are for statements that somebody waits for. A copy that took longer would be too old to be used. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final String NO_HURRY = "SET LOCAL statement_timeout = %d".formatted(PATIENCE.toMillis());

    private static final String SNAPSHOT = "SELECT pg_current_snapshot()::text, " + Snapshot.SERVER;
    private static final String COUNT =
            "SELECT count(*) FROM template WHERE tenant_id = ? AND gallery_id = ? AND model = ?";

    /** COPY takes no parameters, so the server writes them into the statement. */
    private static final String COPY = """
            SELECT format('COPY (SELECT subject_id, coalesce(secret, 0), embedding FROM template
                WHERE tenant_id = %L AND gallery_id = %L AND model = %L AND <which>) TO STDOUT (FORMAT binary)',
                ?::text, ?::uuid, ?::text, ?::text)""";

    private static final String EVERYBODYS = "%4$L IS NOT NULL";
    private static final String OF_SOME = "subject_id = ANY (%4$L::uuid[])";

    /** By whoever was not to be seen in a snapshot. Numbers that are still to come are another server's, of a restored log. */
    private static final String CHANGED = """
            SELECT DISTINCT subject_id FROM template_change
            WHERE tenant_id = ? AND gallery_id = ?
              AND transaction >= pg_snapshot_xmin(?::pg_snapshot)
              AND transaction < pg_snapshot_xmax(pg_current_snapshot())
              AND NOT pg_visible_in_snapshot(transaction, ?::pg_snapshot)
            LIMIT ?""";

    private static final String COUNTS = """
            SELECT count(*), count(*) FILTER (WHERE s.status = 'ACTIVE'
                AND (s.valid_from IS NULL OR s.valid_from <= now()) AND (s.valid_until IS NULL OR s.valid_until > now()))
            FROM subject s
            WHERE s.tenant_id = ? AND s.gallery_id = ? AND EXISTS (
                SELECT FROM template t WHERE t.tenant_id = s.tenant_id AND t.gallery_id = s.gallery_id
                    AND t.model = ? AND t.subject_id = s.id)""";

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int FETCH_BYTES = 1 << 16;

    private final AgroalDataSource database;

    TemplateFeed(AgroalDataSource database) {
        this.database = database;
    }

    /** Takes a template as it comes. */
    @FunctionalInterface
    interface Sink {

        /** @param secret that turned it, 0 for none */
        void template(UUID subject, int secret, float[] values);
    }

    /** Within one snapshot. */
    final class Reading {

        private final Connection connection;
        private final GalleryKey key;

        private Reading(Connection connection, GalleryKey key) {
            this.connection = connection;
            this.key = key;
        }

        Snapshot snapshot() throws SQLException {
            return one(SNAPSHOT, row -> new Snapshot(row.getString(1), row.getString(2)));
        }

        long count() throws SQLException {
            return one(COUNT, row -> row.getLong(1), key.tenant(), key.gallery(), key.model());
        }

        GalleryCopy.Counts counts() throws SQLException {
            return one(
                    COUNTS,
                    row -> new GalleryCopy.Counts(row.getLong(1), row.getLong(2)),
                    key.tenant(),
                    key.gallery(),
                    key.model());
        }

        Set<UUID> changedSince(Snapshot snapshot, int most) throws SQLException {
            try (var statement = connection.prepareStatement(CHANGED)) {
                String transactions = snapshot.transactions();
                bind(statement, key.tenant(), key.gallery(), transactions, transactions, most);
                try (var rows = statement.executeQuery()) {
                    Set<UUID> changed = new HashSet<>();
                    while (rows.next()) {
                        changed.add(rows.getObject(1, UUID.class));
                    }
                    return changed;
                }
            }
        }

        void all(Sink sink) throws SQLException {
            copy(EVERYBODYS, "", sink);
        }

        void of(Set<UUID> subjects, Sink sink) throws SQLException {
            copy(OF_SOME, subjects.toString().replace('[', '{').replace(']', '}'), sink);
        }

        private void copy(String which, String subjects, Sink sink) throws SQLException {
            String copy = one(
                    COPY.replace("<which>", which),
                    row -> row.getString(1),
                    key.tenant(),
                    key.gallery(),
                    key.model(),
                    subjects);
            try (var rows = new DataInputStream(new BufferedInputStream(
                    new PGCopyInputStream(connection.unwrap(PGConnection.class), copy), FETCH_BYTES))) {
                read(rows, sink);
            } catch (IOException broken) {
                throw new SQLException("the templates could not be read to their end", broken);
            }
        }

        private <T> T one(String sql, RowReader<T> reader, Object... parameters) throws SQLException {
            try (var statement = connection.prepareStatement(sql)) {
                bind(statement, parameters);
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    return reader.read(rows);
                }
            }
        }
    }

    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    interface Work<T> {
        T with(Reading reading) throws SQLException;
    }

    /** @throws IllegalStateException when the database refuses or does not answer; the cause says which */
    <T> T read(GalleryKey key, Work<T> work) {
        try {
            return new Acting(key.tenant(), ACTOR).call(() -> reading(key, work));
        } catch (SQLException failed) {
            throw new IllegalStateException("the database did not do as asked", failed);
        }
    }

    private <T> T reading(GalleryKey key, Work<T> work) throws SQLException {
        try (var connection = database.getConnection();
                var _ = patient(connection);
                var statement = connection.createStatement()) {
            statement.execute(ONE_SNAPSHOT);
            statement.execute(NO_HURRY);
            return work.with(new Reading(connection, key));
        }
    }

    @FunctionalInterface
    private interface Undo extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    private static Undo patient(Connection connection) throws SQLException {
        int usual = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, (int) PATIENCE.toMillis());
        connection.setAutoCommit(false);
        return () -> {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, usual);
        };
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    /** As PostgreSQL's documentation of COPY has its binary format, and pgvector's halfvec_send a vector's. */
    private static void read(DataInputStream rows, Sink sink) throws IOException {
        byte[] signature = rows.readNBytes(SIGNATURE.length);
        if (!Arrays.equals(signature, SIGNATURE)) {
            throw new IOException("this is no binary COPY");
        }
        rows.readInt();
        rows.skipNBytes(rows.readInt());
        for (int fields = rows.readShort(); fields != -1; fields = rows.readShort()) {
            rows.readInt();
            UUID subject = new UUID(rows.readLong(), rows.readLong());
            rows.readInt();
            int secret = rows.readInt();
            rows.readInt();
            float[] values = new float[rows.readUnsignedShort()];
            rows.readShort();
            for (int i = 0; i < values.length; i++) {
                values[i] = Float.float16ToFloat(rows.readShort());
            }
            sink.template(subject, secret, values);
        }
    }
}
