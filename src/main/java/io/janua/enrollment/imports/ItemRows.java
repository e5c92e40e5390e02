package io.janua.enrollment.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.janua.database.Sql;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.tenant.CurrentTenant;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Gatherers;

/** The files of imports of the tenant at hand, and their pictures. Within the caller's transaction. */
@ApplicationScoped
class ItemRows {

    private static final String INSERT = """
            INSERT INTO bulk_import_item (import_id, tenant_id, number, file, outcome, code, detail, remedy)
            SELECT ?, ?, number, file, CASE WHEN code IS NULL THEN 'WAITING' ELSE 'REFUSED' END, code, detail, remedy
            FROM unnest(?::integer[], ?::text[], ?::text[], ?::text[], ?::text[])
                AS a (number, file, code, detail, remedy)""";

    private static final String INSERT_SUBJECTS = """
            INSERT INTO bulk_import_subject (import_id, tenant_id, subject, description)
            SELECT ?, ?, subject, description::jsonb FROM unnest(?::text[], ?::text[]) AS a (subject, description)""";

    private static final String ASSIGN = """
            UPDATE bulk_import_item i SET subject = a.subject
            FROM unnest(?::integer[], ?::text[]) AS a (number, subject)
            WHERE i.tenant_id = ? AND i.import_id = ? AND i.number = a.number""";

    private static final String REFUSE_ALL = """
            UPDATE bulk_import_item i
            SET outcome = 'REFUSED', code = a.code, detail = a.detail, remedy = a.remedy, finished_at = now()
            FROM unnest(?::integer[], ?::text[], ?::text[], ?::text[]) AS a (number, code, detail, remedy)
            WHERE i.tenant_id = ? AND i.import_id = ? AND i.number = a.number AND i.outcome = 'WAITING'""";

    /** Written down before anything is done with it: the process may go down with it. */
    private static final String TAKE = """
            WITH taken AS (
                UPDATE bulk_import_item SET attempts = attempts + 1
                WHERE tenant_id = ? AND import_id = ? AND number = ? AND outcome = 'WAITING'
                RETURNING tenant_id, import_id, number)
            SELECT p.content FROM bulk_import_picture p JOIN taken USING (tenant_id, import_id, number)""";

    /** Waits for erasures that are under way, and makes later ones wait for the caller. */
    private static final String STILL_THERE = """
            SELECT external_id FROM subject WHERE tenant_id = ? AND gallery_id = ? AND external_id = ANY (?)
            ORDER BY external_id FOR KEY SHARE""";

    private static final String REFUSE = """
            UPDATE bulk_import_item
            SET outcome = 'REFUSED', code = ?, detail = ?, remedy = ?, duplicates = ?::jsonb, finished_at = now()
            WHERE tenant_id = ? AND import_id = ? AND number = ? AND outcome = 'WAITING'""";

    private static final String ENROL = """
            UPDATE bulk_import_item SET outcome = 'ENROLLED', face = ?, duplicates = ?::jsonb, finished_at = now()
            WHERE tenant_id = ? AND import_id = ? AND number = ? AND outcome = 'WAITING'""";

    /** Names are looked up, not kept: a subject that is erased takes its name along. */
    private static final String LIST = """
            SELECT i.*, EXISTS (SELECT FROM bulk_import_picture p
                    WHERE p.tenant_id = i.tenant_id AND p.import_id = i.import_id AND p.number = i.number) AS pictured,
                (SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                        'subject', d.value ->> 'subject', 'name', s.name, 'score', d.value -> 'score')))
                    FROM jsonb_array_elements(i.duplicates) d
                    LEFT JOIN subject s ON s.tenant_id = i.tenant_id AND s.gallery_id = b.gallery_id
                        AND s.external_id = d.value ->> 'subject') AS named
            FROM bulk_import_item i JOIN bulk_import b ON b.tenant_id = i.tenant_id AND b.id = i.import_id
            WHERE i.tenant_id = ? AND i.import_id = ? AND i.number > ? AND (?::text IS NULL OR i.outcome = ?)
            ORDER BY i.number LIMIT ?""";

    private static final int BATCH = 5000;

    private static final TypeReference<List<ImportItemView.ImportDuplicate>> DUPLICATES = new TypeReference<>() {};

    private final Sql sql;
    private final CurrentTenant tenant;
    private final ObjectMapper json;

    ItemRows(Sql sql, CurrentTenant tenant, ObjectMapper json) {
        this.sql = sql;
        this.tenant = tenant;
        this.json = json;
    }

    /** Another subject with the same face. */
    @RegisterForReflection
    record Duplicate(String subject, double score) {}

    /** Whose a file is. */
    record Owned(int number, String subject) {}

    /** What is wrong with a file. */
    record Refusal(int number, Problem why) {}

    /**
     * A picture that waits.
     *
     * @param attempts how often somebody began to work on it and was never heard of again
     */
    record Waiting(int number, String subject, int attempts) {}

    void insert(UUID bulkImport, List<ReceivedFile> files) {
        sql.update(
                INSERT,
                bulkImport,
                tenant.id(),
                array("integer", files, ReceivedFile::number),
                array("text", files, ReceivedFile::file),
                array("text", files, file -> file.refusal()
                        .map(problem -> problem.code().name())
                        .orElse(null)),
                array("text", files, file -> file.refusal()
                        .map(Problem::getMessage)
                        .orElse(null)),
                array("text", files, file -> file.refusal().map(Problem::remedy).orElse(null)));
    }

    void insertPicture(UUID bulkImport, int number, byte[] sealed) {
        sql.update(
                "INSERT INTO bulk_import_picture (import_id, tenant_id, number, content) VALUES (?, ?, ?, ?)",
                bulkImport,
                tenant.id(),
                number,
                sealed);
    }

    /** @param descriptions as JSON, by subject */
    void insertSubjects(UUID bulkImport, Map<String, String> descriptions) {
        var rows = List.copyOf(descriptions.entrySet());
        for (var batch : batches(rows)) {
            sql.update(
                    INSERT_SUBJECTS,
                    bulkImport,
                    tenant.id(),
                    array("text", batch, Map.Entry::getKey),
                    array("text", batch, Map.Entry::getValue));
        }
    }

    /** @return JSON */
    Optional<String> description(UUID bulkImport, String subject) {
        return sql
                .query(
                        "SELECT description::text FROM bulk_import_subject WHERE tenant_id = ? AND import_id = ? AND subject = ?",
                        row -> row.getString(1),
                        tenant.id(),
                        bulkImport,
                        subject)
                .stream()
                .findFirst();
    }

    void assign(UUID bulkImport, List<Owned> owners) {
        for (var batch : batches(owners)) {
            sql.update(
                    ASSIGN,
                    array("integer", batch, Owned::number),
                    array("text", batch, Owned::subject),
                    tenant.id(),
                    bulkImport);
        }
    }

    /** Of those that wait. */
    void refuse(UUID bulkImport, List<Refusal> refusals) {
        for (var batch : batches(refusals)) {
            sql.update(
                    REFUSE_ALL,
                    array("integer", batch, Refusal::number),
                    array("text", batch, refusal -> refusal.why().code().name()),
                    array("text", batch, refusal -> refusal.why().getMessage()),
                    array("text", batch, refusal -> refusal.why().remedy()),
                    tenant.id(),
                    bulkImport);
        }
    }

    List<Waiting> waiting(UUID bulkImport, int after, int limit) {
        return sql.query(
                "SELECT number, subject, attempts FROM bulk_import_item WHERE tenant_id = ? AND import_id = ? AND number > ?"
                        + " AND outcome = 'WAITING' ORDER BY number LIMIT ?",
                row -> new Waiting(row.getInt(1), row.getString(2), row.getInt(3)),
                tenant.id(),
                bulkImport,
                after,
                limit);
    }

    /** @return sealed; empty when it does not wait any more */
    Optional<byte[]> take(UUID bulkImport, int number) {
        return sql.query(TAKE, row -> row.getBytes(1), tenant.id(), bulkImport, number).stream()
                .findFirst();
    }

    /** It was left as it was, and nothing went down with it. */
    void putBack(UUID bulkImport, int number) {
        sql.update(
                "UPDATE bulk_import_item SET attempts = attempts - 1 WHERE tenant_id = ? AND import_id = ?"
                        + " AND number = ? AND outcome = 'WAITING' AND attempts > 0",
                tenant.id(),
                bulkImport,
                number);
    }

    /**
     * Whose subjects are not erased, and will not be before the caller's transaction ends: an erasure that comes later
     * then finds what is written down of them.
     */
    List<Duplicate> stillThere(UUID gallery, List<Duplicate> found) {
        if (found.isEmpty()) {
            return found;
        }
        Set<String> there = Set.copyOf(sql.query(
                STILL_THERE, row -> row.getString(1), tenant.id(), gallery, array("text", found, Duplicate::subject)));
        return found.stream()
                .filter(duplicate -> there.contains(duplicate.subject()))
                .toList();
    }

    /** @return sealed */
    Optional<byte[]> picture(UUID bulkImport, int number) {
        return sql
                .query(
                        "SELECT content FROM bulk_import_picture WHERE tenant_id = ? AND import_id = ? AND number = ?",
                        row -> row.getBytes(1),
                        tenant.id(),
                        bulkImport,
                        number)
                .stream()
                .findFirst();
    }

    void deletePicture(UUID bulkImport, int number) {
        sql.update(
                "DELETE FROM bulk_import_picture WHERE tenant_id = ? AND import_id = ? AND number = ?",
                tenant.id(),
                bulkImport,
                number);
    }

    /** @return false when it does not wait any more */
    boolean refuse(UUID bulkImport, int number, Problem problem) {
        return sql.update(
                        REFUSE,
                        problem.code().name(),
                        problem.getMessage(),
                        problem.remedy(),
                        text(found(problem)),
                        tenant.id(),
                        bulkImport,
                        number)
                > 0;
    }

    /** @return false when it does not wait any more */
    boolean enrol(UUID bulkImport, int number, UUID face, List<Duplicate> duplicates) {
        return sql.update(ENROL, face, text(duplicates), tenant.id(), bulkImport, number) > 0;
    }

    List<ImportItemView> after(UUID bulkImport, int number, ItemOutcome outcome, int limit) {
        String wanted = outcome == null ? null : outcome.name();
        return sql.query(LIST, this::view, tenant.id(), bulkImport, number, wanted, wanted, limit);
    }

    Optional<ImportItemView> item(UUID bulkImport, int number) {
        return after(bulkImport, number - 1, null, 1).stream()
                .filter(item -> item.number() == number)
                .findFirst();
    }

    private ImportItemView view(ResultSet row) throws SQLException {
        String code = row.getString("code");
        return new ImportItemView(
                row.getInt("number"),
                row.getString("file"),
                row.getString("subject"),
                ItemOutcome.valueOf(row.getString("outcome")),
                code == null ? null : ProblemCode.valueOf(code),
                row.getString("detail"),
                row.getString("remedy"),
                row.getObject("face", UUID.class),
                duplicates(row.getString("named")),
                row.getBoolean("pictured") && row.getString("outcome").equals(ItemOutcome.REFUSED.name()));
    }

    private List<ImportItemView.ImportDuplicate> duplicates(String named) {
        try {
            return named == null ? List.of() : json.readValue(named, DUPLICATES);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the database makes JSON", impossible);
        }
    }

    /** A refusal because of another subject says whose face it is. */
    List<Duplicate> found(Problem problem) {
        return problem.facts().get("duplicates") instanceof List<?> others
                ? others.stream()
                        .map(other -> json.convertValue(other, new TypeReference<Map<String, Object>>() {}))
                        .map(other -> new Duplicate(
                                (String) other.get("subject"), ((Number) other.get("score")).doubleValue()))
                        .toList()
                : List.of();
    }

    private static <T> Sql.Array array(String type, List<T> rows, Function<T, Object> value) {
        return new Sql.Array(type, rows.stream().map(value).toArray());
    }

    private static <T> List<List<T>> batches(List<T> rows) {
        return rows.stream().gather(Gatherers.windowFixed(BATCH)).toList();
    }

    private String text(List<Duplicate> duplicates) {
        try {
            return duplicates.isEmpty() ? null : json.writeValueAsString(duplicates);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a duplicate is plain JSON", impossible);
        }
    }
}
