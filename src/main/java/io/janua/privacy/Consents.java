package io.janua.privacy;

import io.janua.gallery.GalleryPolicy;
import io.janua.gallery.GalleryRef;
import io.janua.gallery.SubjectRef;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Says for other features whether a face of a subject may be kept. */
@ApplicationScoped
public class Consents {

    private final ConsentRepository consents;

    Consents(ConsentRepository consents) {
        this.consents = consents;
    }

    /**
     * What it finds stays true while the caller holds the subject's lock, which a withdrawal takes too.
     *
     * @throws Problem {@code consent_missing} where the gallery's policy asks for a consent and none is in force
     */
    @Transactional
    public void require(GalleryRef gallery, SubjectRef subject) {
        boolean required = gallery.policy().consent() == GalleryPolicy.ConsentRule.REQUIRED;
        if (required && !consents.anyInForce(gallery.id(), subject.id())) {
            throw new Problem(
                    ProblemCode.CONSENT_MISSING,
                    "The gallery keeps no face without consent, and none is in force of the subject '%s'."
                            .formatted(subject.externalId()),
                    "subject",
                    "Record the consent with POST /v1/galleries/{gallery}/subjects/{subject}/consents, or set the"
                            + " gallery's policy.consent to 'optional' if you rest on another legal ground.");
        }
    }
}
