package io.janua.gallery;

import com.google.crypto.tink.Aead;
import io.janua.security.secrets.Purpose;
import io.janua.security.secrets.SubjectCipher;
import io.janua.security.secrets.TenantKeyset;
import io.janua.security.secrets.TenantSecret;
import io.janua.security.secrets.TenantSecrets;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/** Seals and opens what is kept of a subject, by a key of the subject's own. Within the caller's transaction. */
@ApplicationScoped
class SubjectKeys {

    private final EntityManager entities;
    private final TenantSecrets secrets;
    private final CurrentTenant tenant;

    SubjectKeys(EntityManager entities, TenantSecrets secrets, CurrentTenant tenant) {
        this.entities = entities;
        this.secrets = secrets;
        this.tenant = tenant;
    }

    /** @param subject locked by the caller, or two of its pictures would each make a key */
    byte[] seal(Subject subject, UUID sample, byte[] jpeg) {
        SubjectKey key = entities.find(SubjectKey.class, subject.id);
        SubjectCipher cipher = key == null ? create(subject) : open(key);
        return cipher.encrypt(jpeg, context(sample));
    }

    /** Empty when the key is gone, and with it what it sealed. */
    Optional<byte[]> unseal(UUID subject, UUID sample, byte[] sealed) {
        return Optional.ofNullable(entities.find(SubjectKey.class, subject))
                .map(key -> open(key).decrypt(sealed, context(sample)));
    }

    /** Wraps the key by the tenant's newest secret; the key itself stays, and so does what it sealed. */
    void rewrap(SubjectKey key) {
        wrap(key, open(key));
    }

    private SubjectCipher create(Subject subject) {
        SubjectCipher cipher = SubjectCipher.generate();
        SubjectKey key = new SubjectKey();
        key.subjectId = subject.id;
        key.galleryId = subject.galleryId;
        wrap(key, cipher);
        entities.persist(key);
        return cipher;
    }

    private void wrap(SubjectKey key, SubjectCipher cipher) {
        TenantSecret newest = secrets.newest(tenant.id(), Purpose.SUBJECTS);
        key.secret = newest.id();
        key.wrapped = cipher.wrap(opened(newest), tenant.id(), key.subjectId);
    }

    private SubjectCipher open(SubjectKey key) {
        TenantSecret wrapping = secrets.inForce(tenant.id(), Purpose.SUBJECTS, key.secret);
        return SubjectCipher.unwrap(key.wrapped, opened(wrapping), tenant.id(), key.subjectId);
    }

    private Aead opened(TenantSecret secret) {
        return TenantKeyset.open(secrets.open(secret));
    }

    private String context(UUID sample) {
        return "sample-image|%s|%s".formatted(tenant.id(), sample);
    }
}
