package io.janua.gallery;

import io.janua.security.secrets.Purpose;
import io.janua.security.secrets.TemplateRotation;
import io.janua.security.secrets.TenantSecret;
import io.janua.security.secrets.TenantSecrets;
import io.janua.security.secrets.WrappedKeys;
import io.janua.tenant.CurrentTenant;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/**
 * Everything of a tenant that its secrets protect, moved to the newest ones a batch at a time, in the caller's
 * transaction. No picture is needed: a template is turned from one rotation into the next.
 */
@ApplicationScoped
class ProtectedRows {

    private static final int BATCH = 500;

    /** Subjects stay locked until the batch ends, and whoever enrols or erases them waits. */
    private static final int IMAGES_BATCH = 50;

    private static final String TEMPLATES = "from Template where secret = :old order by id";
    private static final String UNPROTECTED_TEMPLATES = "from Template where secret is null order by id";
    private static final String SUBJECT_KEYS = "from SubjectKey where secret = :old order by subjectId";
    private static final String PLAIN_IMAGES = "select i.sampleId, s.subjectId from SampleImage i, Sample s"
            + " where s.id = i.sampleId and i.encrypted = false order by s.subjectId, i.sampleId";

    private final EntityManager entities;
    private final TenantSecrets secrets;
    private final TemplateProtection protection;
    private final SubjectKeys keys;
    private final List<WrappedKeys> otherKeys;
    private final CurrentTenant tenant;

    ProtectedRows(
            EntityManager entities,
            TenantSecrets secrets,
            TemplateProtection protection,
            SubjectKeys keys,
            @All List<WrappedKeys> otherKeys,
            CurrentTenant tenant) {
        this.entities = entities;
        this.secrets = secrets;
        this.protection = protection;
        this.keys = keys;
        this.otherKeys = otherKeys;
        this.tenant = tenant;
    }

    /** How many rows a re-keying will move. */
    long count() {
        return count("select count(*) from Template")
                + count("select count(*) from SubjectKey")
                + count("select count(*) from SampleImage where encrypted = false")
                + otherKeys.stream().mapToLong(WrappedKeys::count).sum();
    }

    /** @return how many rows were moved, or erased by somebody else first; 0 when all are under the newest secrets */
    int moveBatch() {
        int moved = moveTemplates();
        if (moved == 0) {
            moved = rewrapKeys();
        }
        return moved == 0 ? sealImages() : moved;
    }

    /** What no row needs any more is destroyed: a stolen copy of the old rows matches nothing from now on. */
    void retireOldSecrets() {
        for (Purpose purpose : List.of(Purpose.TEMPLATES, Purpose.SUBJECTS)) {
            old(purpose).forEach(secrets::retire);
        }
    }

    private int moveTemplates() {
        for (TenantSecret old : old(Purpose.TEMPLATES)) {
            int moved = turn(batch(TEMPLATES, Template.class, old), old);
            if (moved > 0) {
                return moved;
            }
        }
        return turn(batch(UNPROTECTED_TEMPLATES, Template.class, null), null);
    }

    private int turn(List<Template> templates, TenantSecret old) {
        TenantSecret newest = secrets.newest(tenant.id(), Purpose.TEMPLATES);
        for (Template template : templates) {
            template.embedding = turned(template, old, newest);
            template.secret = newest.id();
        }
        return templates.size();
    }

    private float[] turned(Template template, TenantSecret old, TenantSecret newest) {
        int dimension = template.embedding.length;
        TemplateRotation rotation = old == null
                ? protection.rotation(newest, template.model, dimension)
                : protection.change(old, newest, template.model, dimension);
        return rotation.apply(template.embedding);
    }

    private int rewrapKeys() {
        for (TenantSecret old : old(Purpose.SUBJECTS)) {
            List<SubjectKey> wrapped = batch(SUBJECT_KEYS, SubjectKey.class, old);
            wrapped.forEach(keys::rewrap);
            if (!wrapped.isEmpty()) {
                return wrapped.size();
            }
            for (WrappedKeys others : otherKeys) {
                int rewrapped = others.rewrapBatch(old);
                if (rewrapped > 0) {
                    return rewrapped;
                }
            }
        }
        return 0;
    }

    private int sealImages() {
        var plain = entities.createQuery(PLAIN_IMAGES, Object[].class)
                .setMaxResults(IMAGES_BATCH)
                .getResultList();
        plain.forEach(row -> sealImage((UUID) row[0], (UUID) row[1]));
        return plain.size();
    }

    /** The subject is locked first, as everybody does; only then is it sure that the picture stays. */
    private void sealImage(UUID sample, UUID subject) {
        Subject owner = entities.find(Subject.class, subject, LockModeType.PESSIMISTIC_WRITE);
        SampleImage image = owner == null ? null : entities.find(SampleImage.class, sample);
        if (image != null && !image.encrypted) {
            image.content = keys.seal(owner, sample, image.content);
            image.encrypted = true;
        }
    }

    private <T> List<T> batch(String query, Class<T> type, TenantSecret old) {
        var found = entities.createQuery(query, type)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setMaxResults(BATCH);
        if (old != null) {
            found.setParameter("old", old.id());
        }
        return found.getResultList();
    }

    private List<TenantSecret> old(Purpose purpose) {
        var inForce = secrets.inForce(tenant.id(), purpose);
        return inForce.subList(1, inForce.size());
    }

    private long count(String query) {
        return entities.createQuery(query, Long.class).getSingleResult();
    }
}
