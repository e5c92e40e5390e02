package io.janua.privacy;

import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.gallery.Erasures;
import io.janua.gallery.Galleries;
import io.janua.gallery.GalleryRef;
import io.janua.gallery.Receipt;
import io.janua.gallery.SubjectRef;
import io.janua.gallery.Subjects;
import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Records consents, lists them, and withdraws them together with what they permitted. */
@ApplicationScoped
class ConsentService {

    private final Galleries galleries;
    private final Subjects subjects;
    private final ConsentRepository consents;
    private final Erasures erasures;
    private final Caller caller;
    private final Event<Happening> happenings;

    ConsentService(
            Galleries galleries,
            Subjects subjects,
            ConsentRepository consents,
            Erasures erasures,
            Caller caller,
            Event<Happening> happenings) {
        this.galleries = galleries;
        this.subjects = subjects;
        this.consents = consents;
        this.erasures = erasures;
        this.caller = caller;
        this.happenings = happenings;
    }

    @Transactional
    ConsentView give(String galleryName, String subject, NewConsent wanted) {
        GalleryRef gallery = galleries.open(galleryName);
        // An erasure at the same time goes before or after.
        SubjectRef owner = subjects.lock(gallery, subject);
        Instant now = Instant.now();
        Consent consent = new Consent();
        consent.galleryId = gallery.id();
        consent.subjectId = owner.id();
        consent.textVersion = wanted.textVersion();
        consent.channel = wanted.channel();
        consent.signatureReference = wanted.signatureReference();
        consent.givenAt = Optional.ofNullable(wanted.givenAt()).orElse(now);
        consent.recordedAt = now;
        consent.recordedBy = caller.actor();
        consents.persistAndFlush(consent);
        happenings.fire(Happening.of(Action.CONSENT_GIVEN)
                .in(gallery.name())
                .on(subject)
                .with("consent", consent.id.toString())
                .with("textVersion", consent.textVersion)
                .with("channel", consent.channel.name().toLowerCase(Locale.ROOT)));
        return ConsentView.from(consent);
    }

    @Transactional
    Page<ConsentView> list(String galleryName, String subject, PageQuery query) {
        GalleryRef gallery = galleries.open(galleryName);
        SubjectRef owner = subjects.get(gallery, subject);
        String list = "consents:" + owner.id();
        var found = consents.after(gallery.id(), owner.id(), query.lastId(list), query.size() + 1);
        return Page.of(list, found, query.size(), consent -> consent.id.toString())
                .map(ConsentView::from);
    }

    @Transactional
    ConsentView get(String galleryName, String subject, UUID id) {
        GalleryRef gallery = galleries.open(galleryName);
        return consents.of(gallery.id(), subjects.get(gallery, subject).id(), id)
                .map(ConsentView::from)
                .orElseThrow(() -> new Problem(
                        ProblemCode.CONSENT_NOT_FOUND,
                        "The subject '%s' has no consent %s.".formatted(subject, id),
                        "id",
                        "List the consents with GET …/subjects/{subject}/consents."));
    }

    /** Ends all consents in force, and erases what was kept because of them. */
    @Transactional
    Receipt withdraw(String galleryName, String subject, Withdrawal withdrawal) {
        GalleryRef gallery = galleries.open(galleryName);
        SubjectRef owner = subjects.lock(gallery, subject);
        if (consents.withdrawAll(gallery.id(), owner.id(), Instant.now()) == 0) {
            throw new Problem(
                    ProblemCode.CONSENT_NOT_FOUND,
                    "The subject '%s' has no consent in force.".formatted(subject),
                    "subject",
                    "Faces that were kept without consent go with DELETE …/faces/{face}, everything with DELETE"
                            + " …/subjects/{subject}.");
        }
        return erasures.eraseFaces(gallery, subject, withdrawal.statement());
    }
}
