package io.janua.enrollment.imports;

import io.janua.database.Sql;
import io.janua.tenant.CurrentTenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The imports of the tenant at hand. Counts are changed where they lie, so two workers never overwrite each other's. */
@ApplicationScoped
class ImportRows {

    private static final String SELECT = """
            SELECT i.*, g.name AS gallery, CASE WHEN i.state = 'RUNNING' THEN (
                SELECT count(*) FROM bulk_import_item t WHERE t.tenant_id = i.tenant_id AND t.import_id = i.id
                    AND t.finished_at > greatest(i.touched_at, now() - make_interval(secs => %d))) ELSE 0 END AS recent
            FROM bulk_import i JOIN gallery g ON g.tenant_id = i.tenant_id AND g.id = i.gallery_id
            WHERE i.tenant_id = ?""".formatted(BulkImport.PACE_WINDOW.toSeconds());

    private static final String INSERT = """
            INSERT INTO bulk_import (id, tenant_id, gallery_id, name, state, text_version, channel, secret, wrapped,
                started_by, created_at, touched_at)
            VALUES (?, ?, ?, ?, 'RECEIVING', ?, ?, ?, ?, ?, now(), now())""";

    /** No two receptions of a tenant count at the same time. */
    private static final String COUNT_ALONE =
            "SELECT pg_advisory_xact_lock(hashtextextended('imports of ' || ?::text, 0))";

    private static final String CANCEL_RECEPTION = """
            UPDATE bulk_import SET state = 'CANCELLED', total = 0, refused = 0, secret = NULL, wrapped = NULL,
                finished_at = now(), pictures_kept_until = now()
            WHERE tenant_id = ? AND id = ? AND state = 'RECEIVING'""";

    private static final String END = """
            UPDATE bulk_import SET state = ?, finished_at = now(), pictures_kept_until = now() + make_interval(days => ?)
            WHERE tenant_id = ? AND id = ? AND state = ?""";

    /** Not as a join: a plan that was made while the tables were empty would go through all files for each few. */
    private static final String DELETE_PICTURES = """
            DELETE FROM bulk_import_picture p
            WHERE p.tenant_id = ? AND p.import_id = ? AND p.number > ? AND p.number <= ? AND (
                SELECT i.outcome FROM bulk_import_item i
                WHERE i.tenant_id = p.tenant_id AND i.import_id = p.import_id AND i.number = p.number) = ANY (?)""";

    private static final String LAST_NUMBER =
            "SELECT coalesce(max(number), 0) FROM bulk_import_picture WHERE tenant_id = ? AND import_id = ?";

    /** A statement that deletes for long would meet the time-out of the connection. */
    private static final int BATCH = 500;

    private final Sql sql;
    private final CurrentTenant tenant;

    ImportRows(Sql sql, CurrentTenant tenant) {
        this.sql = sql;
        this.tenant = tenant;
    }

    void insert(UUID id, UUID gallery, ImportRequest request, int secret, byte[] wrapped, String startedBy) {
        sql.update(
                INSERT,
                id,
                tenant.id(),
                gallery,
                request.name,
                request.textVersion,
                request.channel == null ? null : request.channel.name(),
                secret,
                wrapped,
                startedBy);
    }

    Optional<BulkImport> find(UUID id) {
        return sql.query(SELECT + " AND i.id = ?", BulkImport::of, tenant.id(), id).stream()
                .findFirst();
    }

    /**
     * Newest first.
     *
     * @param galleries names; empty for all
     */
    List<BulkImport> before(Optional<UUID> last, Optional<List<String>> galleries, int limit) {
        return sql.query(
                SELECT
                        + " AND (?::uuid IS NULL OR i.id < ?::uuid) AND (?::text[] IS NULL OR g.name = ANY (?::text[]))"
                        + " ORDER BY i.id DESC LIMIT ?",
                BulkImport::of,
                tenant.id(),
                last.orElse(null),
                last.orElse(null),
                galleries.map(ImportRows::texts).orElse(null),
                galleries.map(ImportRows::texts).orElse(null),
                limit);
    }

    /** Within the transaction that inserts one more: until then no other one is counted. */
    int unfinished() {
        sql.query(COUNT_ALONE, _ -> true, tenant.id());
        return sql.query(
                        "SELECT count(*) FROM bulk_import WHERE tenant_id = ? AND finished_at IS NULL",
                        row -> row.getInt(1),
                        tenant.id())
                .getFirst();
    }

    /** Of all pictures that are there, of all imports. */
    long keptBytes() {
        return sql.query(
                        "SELECT coalesce(sum(octet_length(content)), 0) FROM bulk_import_picture WHERE tenant_id = ?",
                        row -> row.getLong(1),
                        tenant.id())
                .getFirst();
    }

    /**
     * Keeps it receiving until the caller's transaction ends.
     *
     * @return false when somebody cancelled it or took it for abandoned
     */
    boolean touch(UUID id, int total, int refused) {
        return sql.update(
                        "UPDATE bulk_import SET touched_at = now(), total = ?, refused = ?"
                                + " WHERE tenant_id = ? AND id = ? AND state = 'RECEIVING'",
                        total,
                        refused,
                        tenant.id(),
                        id)
                > 0;
    }

    boolean run(UUID id, int total, int refused, int subjects) {
        return sql.update(
                        "UPDATE bulk_import SET state = 'RUNNING', touched_at = now(), total = ?, refused = ?,"
                                + " subjects = ? WHERE tenant_id = ? AND id = ? AND state = 'RECEIVING'",
                        total,
                        refused,
                        subjects,
                        tenant.id(),
                        id)
                > 0;
    }

    /** @return false when it does not run any more, and nothing may be added to it */
    boolean count(UUID id, int enrolled, int refused) {
        return sql.update(
                        "UPDATE bulk_import SET enrolled = enrolled + ?, refused = refused + ?"
                                + " WHERE tenant_id = ? AND id = ? AND state = 'RUNNING'",
                        enrolled,
                        refused,
                        tenant.id(),
                        id)
                > 0;
    }

    /** @return false when it was not in that state any more */
    boolean end(UUID id, ImportState from, ImportState to, int keepPicturesDays) {
        return sql.update(END, to.name(), keepPicturesDays, tenant.id(), id, from.name()) > 0;
    }

    /** Of what came so far nothing can be read any more. */
    boolean cancelReception(UUID id) {
        return sql.update(CANCEL_RECEPTION, tenant.id(), id) > 0;
    }

    /** In transactions of its own. */
    void forgetFiles(UUID id) {
        deletePictures(id, ItemOutcome.values());
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "DELETE FROM bulk_import_item WHERE tenant_id = ? AND import_id = ?", tenant.id(), id));
    }

    /** What subjects.csv said is not needed any more. */
    void forgetSubjects(UUID id) {
        sql.update("DELETE FROM bulk_import_subject WHERE tenant_id = ? AND import_id = ?", tenant.id(), id);
    }

    /** In transactions of its own. */
    void deletePictures(UUID id, ItemOutcome... outcomes) {
        var names = texts(Arrays.stream(outcomes).map(Enum::name).toList());
        int last = QuarkusTransaction.requiringNew()
                .call(() -> sql.query(LAST_NUMBER, row -> row.getInt(1), tenant.id(), id))
                .getFirst();
        for (int number = 0; number < last; number += BATCH) {
            int after = number;
            QuarkusTransaction.requiringNew()
                    .run(() -> sql.update(DELETE_PICTURES, tenant.id(), id, after, after + BATCH, names));
        }
    }

    /** With its key, so that no copy of the rows can be read any more. In transactions of its own. */
    void forgetPictures(UUID id) {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "UPDATE bulk_import SET secret = NULL, wrapped = NULL, pictures_kept_until = NULL"
                                + " WHERE tenant_id = ? AND id = ?",
                        tenant.id(),
                        id));
        deletePictures(id, ItemOutcome.values());
    }

    /** In transactions of its own. */
    void delete(UUID id) {
        forgetPictures(id);
        QuarkusTransaction.requiringNew().run(() -> deleteRow(id));
    }

    /** With its files, which should have no pictures any more. */
    boolean deleteRow(UUID id) {
        return sql.update("DELETE FROM bulk_import WHERE tenant_id = ? AND id = ?", tenant.id(), id) > 0;
    }

    List<UUID> abandoned(Duration silence) {
        return ids("state = 'RECEIVING' AND touched_at < ?", Instant.now().minus(silence));
    }

    List<UUID> withPicturesKeptLongEnough() {
        return ids("pictures_kept_until < ?", Instant.now());
    }

    List<UUID> finishedBefore(Instant time) {
        return ids("finished_at < ?", time);
    }

    List<UUID> allIn(String gallery) {
        return in(gallery, "");
    }

    List<UUID> unfinishedIn(String gallery) {
        return in(gallery, " AND i.finished_at IS NULL");
    }

    /** They go on receiving until the caller's transaction ends. */
    List<UUID> lockReceivingIn(String gallery) {
        return in(gallery, " AND i.state = 'RECEIVING' ORDER BY i.id FOR SHARE OF i");
    }

    private List<UUID> in(String gallery, String condition) {
        return sql.query(
                "SELECT i.id FROM bulk_import i JOIN gallery g ON g.tenant_id = i.tenant_id AND g.id = i.gallery_id"
                        + " WHERE i.tenant_id = ? AND g.name = ?" + condition,
                row -> row.getObject(1, UUID.class),
                tenant.id(),
                gallery);
    }

    private List<UUID> ids(String condition, Instant time) {
        return sql.query(
                "SELECT id FROM bulk_import WHERE tenant_id = ? AND " + condition,
                row -> row.getObject(1, UUID.class),
                tenant.id(),
                time.atOffset(ZoneOffset.UTC));
    }

    private static Sql.Array texts(List<String> values) {
        return new Sql.Array("text", values.toArray());
    }
}
