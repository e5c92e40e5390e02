package io.janua.gallery;

import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.problem.Problem;
import io.janua.security.secrets.AuditSigningKey;
import io.janua.security.secrets.Purpose;
import io.janua.security.secrets.TenantSecrets;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Erases what is held of a subject, its key first, and leaves a signed receipt in the audit log. */
@ApplicationScoped
public class Erasures {

    /** With the gallery, as the indexes have it. */
    private static final String OF_SUBJECT = "galleryId = :gallery and subjectId = :subject";

    private final SubjectRepository subjects;
    private final EntityManager entities;
    private final TenantSecrets secrets;
    private final CurrentTenant tenant;
    private final Event<Happening> happenings;

    Erasures(
            SubjectRepository subjects,
            EntityManager entities,
            TenantSecrets secrets,
            CurrentTenant tenant,
            Event<Happening> happenings) {
        this.subjects = subjects;
        this.entities = entities;
        this.secrets = secrets;
        this.tenant = tenant;
        this.happenings = happenings;
    }

    /**
     * The subject with everything that belongs to it. Waits for an enrolment that is under way.
     *
     * @param reason why, as {@link Receipt} shows it
     * @throws Problem {@code subject_not_found}
     */
    @Transactional
    public Receipt eraseSubject(GalleryRef gallery, String subject, String reason) {
        Subject erased = locked(gallery, subject);
        Receipt receipt = eraseSamples(gallery, erased, reason, true);
        subjects.delete(erased);
        tell(Action.SUBJECT_ERASED, receipt);
        return receipt;
    }

    /**
     * Samples, templates, pictures and the key; the subject's record stays.
     *
     * @throws Problem {@code subject_not_found}
     */
    @Transactional
    public Receipt eraseFaces(GalleryRef gallery, String subject, String reason) {
        Receipt receipt = eraseSamples(gallery, locked(gallery, subject), reason, false);
        tell(Action.CONSENT_WITHDRAWN, receipt);
        return receipt;
    }

    private Subject locked(GalleryRef gallery, String subject) {
        return subjects.namedForUpdate(gallery.id(), subject).orElseThrow(() -> Subjects.notFound(subject));
    }

    private Receipt eraseSamples(GalleryRef gallery, Subject subject, String reason, boolean subjectErased) {
        int keys = delete("delete from SubjectKey where " + OF_SUBJECT, subject);
        int pictures = delete(
                "delete from SampleImage where sampleId in (select id from Sample where %s)".formatted(OF_SUBJECT),
                subject);
        int templates = delete("delete from Template where " + OF_SUBJECT, subject);
        int faces = delete("delete from Sample where " + OF_SUBJECT, subject);
        var receipt = new Receipt(
                UuidVersion7Strategy.INSTANCE.generateUuid(null),
                gallery.name(),
                subject.externalId,
                subjectErased,
                reason,
                faces,
                templates,
                pictures,
                keys > 0,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                null);
        return receipt.signed(sign(receipt.statement()));
    }

    private int delete(String statement, Subject subject) {
        return entities.createQuery(statement)
                .setParameter("gallery", subject.galleryId)
                .setParameter("subject", subject.id)
                .executeUpdate();
    }

    private String sign(String statement) {
        var secret = secrets.newest(tenant.id(), Purpose.AUDIT);
        var key = AuditSigningKey.restore(secrets.open(secret), secret.publicKey());
        return Base64.getEncoder().encodeToString(key.sign(statement.getBytes(StandardCharsets.UTF_8)));
    }

    private void tell(Action action, Receipt receipt) {
        happenings.fire(Happening.of(action)
                .in(receipt.gallery())
                .on(receipt.subject())
                .with("reason", receipt.reason())
                .with("faces", receipt.faces())
                .with("templates", receipt.templates())
                .with("pictures", receipt.pictures())
                .with("key", receipt.key())
                .with("receipt", receipt.id().toString())
                .with("erasedAt", receipt.erasedAt().toString())
                .with("signature", receipt.signature()));
    }
}
