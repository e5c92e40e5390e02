package io.janua.enrollment;

import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.gallery.Galleries;
import io.janua.gallery.GalleryPolicy;
import io.janua.gallery.GalleryRef;
import io.janua.gallery.SubjectRef;
import io.janua.gallery.Subjects;
import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.privacy.Consents;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.Problems;
import io.janua.security.Caller;
import io.janua.security.InvitationSecret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Invites subjects to enrol themselves, lists and revokes invitations, and uses them up. */
@ApplicationScoped
class InvitationService {

    private static final Duration USUAL_VALIDITY = Duration.ofHours(72);
    private static final Duration LONGEST_VALIDITY = Duration.ofDays(30);

    private final Galleries galleries;
    private final Subjects subjects;
    private final InvitationRepository invitations;
    private final Consents consents;
    private final Caller caller;
    private final Event<Happening> happenings;

    InvitationService(
            Galleries galleries,
            Subjects subjects,
            InvitationRepository invitations,
            Consents consents,
            Caller caller,
            Event<Happening> happenings) {
        this.galleries = galleries;
        this.subjects = subjects;
        this.invitations = invitations;
        this.consents = consents;
        this.caller = caller;
        this.happenings = happenings;
    }

    /** A subject has one open invitation at most: a link that went astray ends when a new one is made. */
    @Transactional
    InvitationView create(String galleryName, String subject, NewInvitation wanted) {
        Instant now = Instant.now();
        Instant expiresAt = Optional.ofNullable(wanted.expiresAt()).orElse(now.plus(USUAL_VALIDITY));
        if (expiresAt.isAfter(now.plus(LONGEST_VALIDITY))) {
            throw Problems.invalid(
                    "expiresAt", "An invitation lasts 30 days at most.", "Invite again when it has expired.");
        }
        GalleryRef gallery = galleries.open(galleryName);
        SubjectRef invited = subjects.lock(gallery, subject);
        requireWayToConsent(gallery, invited);
        Optional<Invitation> older = invitations.open(gallery.id(), invited.id(), now);
        older.ifPresent(invitation -> invitation.revokedAt = now);
        InvitationSecret secret = InvitationSecret.generate();
        Invitation invitation = new Invitation();
        invitation.galleryId = gallery.id();
        invitation.subjectId = invited.id();
        invitation.secretHash = secret.hash();
        invitation.createdAt = now;
        invitation.createdBy = caller.actor();
        invitation.expiresAt = expiresAt;
        invitations.persist(invitation);
        happenings.fire(about(invitation, Action.INVITATION_CREATED, gallery.name(), invited)
                .with("expiresAt", expiresAt.toString())
                .with("replaces", older.map(replaced -> replaced.id.toString()).orElse(null)));
        return InvitationView.withSecret(invitation, gallery.name(), invited, now, secret.text());
    }

    /** Without one, the invited person could do nothing. */
    private void requireWayToConsent(GalleryRef gallery, SubjectRef invited) {
        GalleryPolicy policy = gallery.policy();
        boolean required = policy.consent() == GalleryPolicy.ConsentRule.REQUIRED;
        if (required && policy.consentTextVersion() == null && !consents.inForce(gallery, invited)) {
            throw new Problem(
                    ProblemCode.CONSENT_TEXT_MISSING,
                    "The gallery keeps no face without consent, and has no text that the subject '%s' could agree to."
                            .formatted(invited.externalId()),
                    "gallery",
                    "Set the gallery's policy.consentText and policy.consentTextVersion, or record a consent of the"
                            + " subject first.");
        }
    }

    @Transactional
    Page<InvitationView> list(String galleryName, String subject, PageQuery query) {
        GalleryRef gallery = galleries.open(galleryName);
        SubjectRef invited = subjects.get(gallery, subject);
        String list = "invitations:" + invited.id();
        Instant now = Instant.now();
        var found = invitations.after(gallery.id(), invited.id(), query.lastId(list), query.size() + 1);
        return Page.of(list, found, query.size(), invitation -> invitation.id.toString())
                .map(invitation -> InvitationView.of(invitation, gallery.name(), invited, now));
    }

    /** Of all subjects of the gallery. */
    @Transactional
    Page<InvitationView> list(String galleryName, Optional<InvitationState> state, PageQuery query) {
        GalleryRef gallery = galleries.open(galleryName);
        String list = "invitations:%s:%s"
                .formatted(gallery.id(), state.map(Enum::name).orElse(""));
        Instant now = Instant.now();
        var found = invitations.after(gallery.id(), state, now, query.lastId(list), query.size() + 1);
        var invited = subjects.of(found.stream().map(each -> each.subjectId).collect(Collectors.toSet()));
        var page = Page.of(list, found, query.size(), invitation -> invitation.id.toString());
        return new Page<>(
                page.items().stream()
                        // Of the others, the subject was erased between the two queries.
                        .filter(invitation -> invited.containsKey(invitation.subjectId))
                        .map(invitation ->
                                InvitationView.of(invitation, gallery.name(), invited.get(invitation.subjectId), now))
                        .toList(),
                page.nextCursor());
    }

    /** What a revoked key handed out to others ends with it. */
    void endWithTheirKey(@Observes Happening happening) {
        if (happening.action() == Action.API_KEY_REVOKED) {
            revokeAllBy("api-key:" + happening.subject());
        }
    }

    private void revokeAllBy(String actor) {
        Instant now = Instant.now();
        var open = invitations.openBy(actor, now);
        var invited = subjects.of(open.stream().map(each -> each.subjectId).collect(Collectors.toSet()));
        var inGalleries =
                galleries.names(open.stream().map(each -> each.galleryId).collect(Collectors.toSet()));
        for (Invitation invitation : open) {
            invitation.revokedAt = now;
            happenings.fire(about(
                    invitation,
                    Action.INVITATION_REVOKED,
                    inGalleries.get(invitation.galleryId),
                    invited.get(invitation.subjectId)));
        }
    }

    /** Ended invitations stay what they are, and nothing is told of them. */
    @Transactional
    InvitationView revoke(String galleryName, String subject, UUID id) {
        GalleryRef gallery = galleries.open(galleryName);
        SubjectRef invited = subjects.get(gallery, subject);
        Instant now = Instant.now();
        Invitation invitation = invitations
                .locked(gallery.id(), invited.id(), id)
                .orElseThrow(() -> new Problem(
                        ProblemCode.INVITATION_NOT_FOUND,
                        "The subject '%s' has no invitation %s.".formatted(subject, id),
                        "id",
                        "List the invitations with GET …/subjects/{subject}/invitations."));
        if (invitation.state(now) == InvitationState.OPEN) {
            invitation.revokedAt = now;
            happenings.fire(about(invitation, Action.INVITATION_REVOKED, gallery.name(), invited));
        }
        return InvitationView.of(invitation, gallery.name(), invited, now);
    }

    /**
     * Within the transaction that keeps the face: of two that enrol by one invitation, one does.
     *
     * @throws Problem {@code invitation_used}, {@code invitation_expired} or {@code invitation_revoked}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void use(UUID id) {
        Instant now = Instant.now();
        // What was erased with its subject cannot come here: the enrolment has the subject's lock.
        Invitation invitation = invitations.locked(id).orElseThrow(Problems::invitationRevoked);
        switch (invitation.state(now)) {
            case OPEN -> invitation.usedAt = now;
            case USED -> throw Problems.invitationUsed();
            case EXPIRED -> throw Problems.invitationExpired();
            case REVOKED -> throw Problems.invitationRevoked();
        }
    }

    private static Happening about(Invitation invitation, Action action, String gallery, SubjectRef subject) {
        return Happening.of(action).in(gallery).on(subject.externalId()).with("invitation", invitation.id.toString());
    }
}
