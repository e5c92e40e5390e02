package io.janua.enrollment.imports;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import io.janua.database.Sql;
import io.janua.event.Happening;
import io.janua.gallery.GalleryDeletionBegins;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.tenant.CurrentTenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/**
 * Takes out of imports whom an erasure or a withdrawal concerns, in the transaction that erases: what waits is not
 * enrolled any more, and no picture of the person is kept.
 */
@ApplicationScoped
class ErasedSubjects {

    private static final String OF_SUBJECT = "i.tenant_id = ? AND i.subject = ? AND i.import_id = ANY (?)";

    private static final String DELETE_PICTURES = """
            DELETE FROM bulk_import_picture p USING bulk_import_item i
            WHERE p.tenant_id = i.tenant_id AND p.import_id = i.import_id AND p.number = i.number AND %s""";

    private static final String STOP = """
            WITH stopped AS (
                UPDATE bulk_import_item i SET outcome = 'REFUSED', code = ?, detail = ?, remedy = ?, finished_at = now()
                WHERE i.outcome = 'WAITING' AND %s RETURNING i.import_id)
            SELECT import_id, count(*) FROM stopped GROUP BY import_id ORDER BY import_id""".formatted(OF_SUBJECT);

    /** Texts of refusals quote ids. */
    private static final String FORGET_FILES = """
            UPDATE bulk_import_item i SET file = NULL, subject = NULL, duplicates = NULL,
                detail = CASE WHEN i.outcome = 'REFUSED' THEN 'The file was of a subject that is erased.' END,
                remedy = CASE WHEN i.outcome = 'REFUSED' THEN 'Nothing, if the erasure was meant.' END
            WHERE %s""".formatted(OF_SUBJECT);

    private static final String FORGET_DESCRIPTION = "DELETE FROM bulk_import_subject i WHERE " + OF_SUBJECT;

    private static final String DUPLICATE_OF = """
            i.tenant_id = ? AND i.duplicates @> jsonb_build_array(jsonb_build_object('subject', ?::text))
            AND i.import_id = ANY (?)""";

    private static final String FORGET_AMONG_DUPLICATES = """
            UPDATE bulk_import_item i SET
                detail = CASE WHEN i.outcome = 'REFUSED' THEN 'The face belonged to a subject that was erased since.' END,
                duplicates = (SELECT jsonb_agg(d.value) FROM jsonb_array_elements(i.duplicates) d
                    WHERE d.value ->> 'subject' <> ?)
            WHERE %s""".formatted(DUPLICATE_OF);

    private static final String LOCK = """
            SELECT s.id FROM subject s
            WHERE s.tenant_id = ? AND s.external_id = ?
                AND s.gallery_id IN (SELECT gallery_id FROM bulk_import WHERE id = ANY (?))
            FOR UPDATE""";

    private static final String DEPART = """
            INSERT INTO bulk_import_departure (import_id, tenant_id, subject, code)
            SELECT unnest(?), ?, ?, ?
            ON CONFLICT (tenant_id, import_id, subject) DO UPDATE SET code = excluded.code""";

    private static final String ARRIVED =
            "DELETE FROM bulk_import_departure WHERE tenant_id = ? AND import_id = ? RETURNING subject, code";

    private final Sql sql;
    private final CurrentTenant tenant;
    private final ImportRows imports;
    private final ImportService service;

    ErasedSubjects(Sql sql, CurrentTenant tenant, ImportRows imports, ImportService service) {
        this.sql = sql;
        this.tenant = tenant;
        this.imports = imports;
        this.service = service;
    }

    private record Stopped(UUID bulkImport, int files) {}

    private record Departure(String subject, ProblemCode code) {}

    @Transactional(MANDATORY)
    void follow(@Observes Happening happening) {
        switch (happening.action()) {
            case SUBJECT_ERASED -> depart(happening.gallery(), happening.subject(), ProblemCode.SUBJECT_ERASED);
            case CONSENT_WITHDRAWN -> depart(happening.gallery(), happening.subject(), ProblemCode.CONSENT_WITHDRAWN);
            default -> {}
        }
    }

    /** Before its subjects go, or the import would go on bringing new ones. */
    void galleryGoes(@Observes GalleryDeletionBegins deletion) {
        List<UUID> unfinished = QuarkusTransaction.requiringNew().call(() -> imports.unfinishedIn(deletion.gallery()));
        unfinished.forEach(service::cancel);
        // In many small steps: with the gallery itself they would go in one, for longer than a statement may take.
        List<UUID> all = QuarkusTransaction.requiringNew().call(() -> imports.allIn(deletion.gallery()));
        all.forEach(imports::forgetPictures);
    }

    /** Whoever departed while the archive came in; within the transaction that lets the import run. */
    @Transactional(MANDATORY)
    void takeFrom(UUID bulkImport) {
        sql.query(
                        ARRIVED,
                        row -> new Departure(row.getString(1), ProblemCode.valueOf(row.getString(2))),
                        tenant.id(),
                        bulkImport)
                .forEach(departure -> take(departure, List.of(bulkImport)));
    }

    private void depart(String gallery, String subject, ProblemCode code) {
        // First those that come in: each either lets itself be locked, or has told whose its files are.
        List<UUID> receiving = imports.lockReceivingIn(gallery);
        if (!receiving.isEmpty()) {
            sql.update(DEPART, ids(receiving), tenant.id(), subject, code.name());
        }
        List<UUID> all = imports.allIn(gallery);
        if (!all.isEmpty()) {
            take(new Departure(subject, code), all);
        }
    }

    private void take(Departure departure, List<UUID> from) {
        if (departure.code() == ProblemCode.CONSENT_WITHDRAWN) {
            stop(departure.subject(), from, ArchiveProblems.consentWithdrawn());
            return;
        }
        // A worker that is about to name the subject as a duplicate comes first, or finds it gone.
        sql.query(LOCK, _ -> true, tenant.id(), departure.subject(), ids(from));
        stop(departure.subject(), from, ArchiveProblems.erased());
        of(FORGET_DESCRIPTION, departure.subject(), from);
        // They show the subject, under whatever name.
        of(DELETE_PICTURES.formatted(DUPLICATE_OF), departure.subject(), from);
        sql.update(FORGET_AMONG_DUPLICATES, departure.subject(), tenant.id(), departure.subject(), ids(from));
        of(FORGET_FILES, departure.subject(), from);
    }

    private void stop(String subject, List<UUID> from, Problem why) {
        List<Stopped> stopped = sql.query(
                STOP,
                row -> new Stopped(row.getObject(1, UUID.class), row.getInt(2)),
                why.code().name(),
                why.getMessage(),
                why.remedy(),
                tenant.id(),
                subject,
                ids(from));
        of(DELETE_PICTURES.formatted(OF_SUBJECT), subject, from);
        stopped.forEach(each -> imports.count(each.bulkImport(), 0, each.files()));
    }

    private void of(String statement, String subject, List<UUID> imports) {
        sql.update(statement, tenant.id(), subject, ids(imports));
    }

    private static Sql.Array ids(List<UUID> imports) {
        return new Sql.Array("uuid", imports.toArray());
    }
}
