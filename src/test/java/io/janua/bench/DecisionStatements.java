package io.janua.bench;

import io.janua.audit.EntryLines;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** What the database is asked for an identification, with and without an entry in the log, on one connection. */
final class DecisionStatements implements AutoCloseable {

    /** As the service searches; one generation of secrets. */
    private static final String SEARCH = """
            SELECT s.id, s.external_id, s.name, best.score, count(*) OVER () AS gallery_size
            FROM (
                SELECT t.subject_id,
                    max(-(t.embedding <#> CASE coalesce(t.secret, 0) WHEN ? THEN (SELECT CAST(? AS halfvec)) END)) AS score
                FROM template t
                WHERE t.tenant_id = ? AND t.gallery_id = ? AND t.model = ? AND coalesce(t.secret, 0) IN (?)
                GROUP BY t.subject_id
            ) best
            JOIN subject s ON s.id = best.subject_id AND s.tenant_id = ?
            WHERE s.status = 'ACTIVE' AND (s.valid_from IS NULL OR s.valid_from <= now())
                AND (s.valid_until IS NULL OR s.valid_until > now())
            ORDER BY best.score DESC, s.id
            LIMIT 5""";

    private static final String INSERT = """
            INSERT INTO audit_entry (action, actor, content, gallery, outcome, recorded_at, subject, tenant_id, id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Connection connection;
    private final String tenant;
    private final UUID gallery;
    private final String galleryName;
    private final String model;
    private final int secret;
    private final String probe;

    DecisionStatements(BenchDatabase database, String tenant, String galleryName, float[] probe) throws SQLException {
        this.tenant = tenant;
        this.galleryName = galleryName;
        this.probe = Arrays.toString(probe);
        connection = database.connectAsService(tenant);
        try (var query = connection.prepareStatement(
                "SELECT gallery_id, model, secret FROM template WHERE gallery_id = (SELECT id FROM gallery WHERE name = ?)"
                        + " LIMIT 1")) {
            query.setString(1, galleryName);
            try (var row = query.executeQuery()) {
                row.next();
                gallery = row.getObject(1, UUID.class);
                model = row.getString(2);
                secret = row.getInt(3);
            }
        }
    }

    void searchAlone() {
        run(() -> {
            BenchDatabase.letSee(connection, tenant);
            search();
        });
    }

    void recordedDecision() {
        run(() -> {
            BenchDatabase.letSee(connection, tenant);
            connection.setAutoCommit(false);
            search();
            insert(connection, tenant, galleryName);
            connection.commit();
            connection.setAutoCommit(true);
        });
    }

    /** An entry that the service could have written. */
    static void insert(Connection connection, String tenant, String gallery) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            fill(insert, tenant, gallery);
            insert.executeUpdate();
        }
    }

    /** Many in one transaction. */
    static void insertAtOnce(Connection connection, String tenant, String gallery, int count) throws SQLException {
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement(INSERT)) {
            for (int entry = 0; entry < count; entry++) {
                fill(insert, tenant, gallery);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void fill(PreparedStatement insert, String tenant, String gallery) throws SQLException {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        Instant now = Instant.now();
        insert.setString(1, "identify");
        insert.setString(2, EntryLines.ACTOR);
        insert.setString(3, EntryLines.identified(id, tenant, now, gallery, "person-0001"));
        insert.setString(4, gallery);
        insert.setString(5, "identified");
        insert.setTimestamp(6, Timestamp.from(now));
        insert.setString(7, "person-0001");
        insert.setString(8, tenant);
        insert.setObject(9, id);
    }

    private void search() throws SQLException {
        try (var query = connection.prepareStatement(SEARCH)) {
            query.setInt(1, secret);
            query.setString(2, probe);
            query.setString(3, tenant);
            query.setObject(4, gallery);
            query.setString(5, model);
            query.setInt(6, secret);
            query.setString(7, tenant);
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("nobody is enrolled");
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private interface Statements {
        void run() throws SQLException;
    }

    private static void run(Statements statements) {
        try {
            statements.run();
        } catch (SQLException failed) {
            throw new IllegalStateException("the database refuses what the service asks", failed);
        }
    }
}
