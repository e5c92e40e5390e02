package io.janua.privacy;

import io.janua.gallery.GalleryPolicy;
import io.janua.gallery.GalleryRef;
import io.janua.gallery.SubjectRef;
import io.janua.gallery.Subjects;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Says for other features whether a face of a subject may be kept. */
@ApplicationScoped
public class Consents {

    private final ConsentRepository consents;
    private final ConsentService service;
    private final Subjects subjects;

    Consents(ConsentRepository consents, ConsentService service, Subjects subjects) {
        this.consents = consents;
        this.subjects = subjects;
        this.service = service;
    }

    /** Whether any consent of the subject is in force. */
    @Transactional
    public boolean inForce(GalleryRef gallery, SubjectRef subject) {
        return consents.anyInForce(gallery.id(), subject.id());
    }

    /** Whether the subject has agreed once, and nothing of that is in force. */
    @Transactional
    public boolean withdrawn(GalleryRef gallery, SubjectRef subject) {
        return !inForce(gallery, subject) && consents.any(gallery.id(), subject.id());
    }

    /** Records a consent that is given at this moment, unless one to the same text is in force. */
    @Transactional
    public void giveOnce(GalleryRef gallery, String subject, String textVersion, ConsentChannel channel) {
        SubjectRef owner = subjects.lock(gallery, subject);
        if (!consents.anyInForce(gallery.id(), owner.id(), textVersion)) {
            give(gallery, owner, textVersion, channel);
        }
    }

    /** Records a consent that is given at this moment. */
    @Transactional
    public void give(GalleryRef gallery, SubjectRef subject, String textVersion, ConsentChannel channel) {
        service.give(gallery.name(), subject.externalId(), new NewConsent(textVersion, channel, null, null));
    }

    /**
     * What it finds stays true while the caller holds the subject's lock, which a withdrawal takes too.
     *
     * @throws Problem {@code consent_missing} where the gallery's policy asks for a consent and none is in force
     */
    @Transactional
    public void require(GalleryRef gallery, SubjectRef subject) {
        if (isRequired(gallery) && !inForce(gallery, subject)) {
            throw missing(subject.externalId());
        }
    }

    /**
     * The same of somebody who may not be there yet, and then has agreed to nothing.
     *
     * @throws Problem {@code consent_missing}
     */
    @Transactional
    public void require(GalleryRef gallery, String subject) {
        if (isRequired(gallery)
                && subjects.find(gallery, subject)
                        .filter(found -> inForce(gallery, found))
                        .isEmpty()) {
            throw missing(subject);
        }
    }

    private static boolean isRequired(GalleryRef gallery) {
        return gallery.policy().consent() == GalleryPolicy.ConsentRule.REQUIRED;
    }

    private static Problem missing(String subject) {
        return new Problem(
                ProblemCode.CONSENT_MISSING,
                "The gallery keeps no face without consent, and none is in force of the subject '%s'."
                        .formatted(subject),
                "subject",
                "Record the consent with POST /v1/galleries/{gallery}/subjects/{subject}/consents, or set the"
                        + " gallery's policy.consent to 'optional' if you rest on another legal ground.");
    }
}
