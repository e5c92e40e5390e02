package io.janua.gallery;

import io.janua.security.Caller;
import io.janua.support.Database;
import io.janua.vision.Embedding;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** The contract with rows in the database. */
abstract class StoredGallerySearchContract extends GallerySearchContract {

    @Inject
    GallerySearch search;

    @Inject
    TemplateProtection protection;

    @Inject
    CurrentIdentityAssociation identities;

    /** Tests call beans directly, without a request that would bring an identity. */
    @BeforeEach
    void workForTheDefaultTenant() {
        identities.setIdentity(QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("contract"))
                .addAttribute(Caller.TENANT, "default")
                .build());
    }

    @Override
    GalleryRef newGallery() {
        UUID id = UUID.randomUUID();
        Database.execute(
                "INSERT INTO gallery (id, tenant_id, name, model, policy, created_at)"
                        + " VALUES (?, 'default', ?, ?, '{}', now())",
                id,
                "g-" + id,
                MODEL);
        return new GalleryRef(id, "g-" + id, MODEL, GalleryPolicy.DEFAULT);
    }

    @Override
    UUID addSubject(GalleryRef gallery, String id, SubjectStatus status, Instant validFrom, Instant validUntil) {
        UUID subject = UUID.randomUUID();
        Database.execute(
                "INSERT INTO subject (id, tenant_id, gallery_id, external_id, attributes, status, valid_from,"
                        + " valid_until, created_at, updated_at)"
                        + " VALUES (?, 'default', ?, ?, '{}', ?, ?, ?, now(), now())",
                subject,
                gallery.id(),
                id,
                status.name(),
                timestamp(validFrom),
                timestamp(validUntil));
        return subject;
    }

    @Override
    void addTemplate(GalleryRef gallery, UUID subject, Embedding embedding) {
        UUID sample = UUID.randomUUID();
        Database.execute(
                "INSERT INTO sample (id, tenant_id, gallery_id, subject_id, description, has_image, created_at)"
                        + " VALUES (?, 'default', ?, ?, '{}', false, now())",
                sample,
                gallery.id(),
                subject);
        var turned = protection.forStorage(embedding);
        Database.execute(
                "INSERT INTO template (id, tenant_id, gallery_id, subject_id, sample_id, model, secret, embedding)"
                        + " VALUES (?, 'default', ?, ?, ?, ?, ?, CAST(? AS halfvec))",
                UUID.randomUUID(),
                gallery.id(),
                subject,
                sample,
                embedding.model(),
                turned.secret(),
                Arrays.toString(turned.values()));
    }

    private static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
