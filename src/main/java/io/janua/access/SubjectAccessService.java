package io.janua.access;

import io.janua.access.Credentials.Kind;
import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.gallery.Galleries;
import io.janua.gallery.GalleryRef;
import io.janua.gallery.SubjectRef;
import io.janua.gallery.Subjects;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.Problems;
import io.janua.security.Caller;
import io.janua.security.Operations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What access control knows of one subject: groups, cards, PINs. */
@ApplicationScoped
class SubjectAccessService {

    private final Galleries galleries;
    private final Subjects subjects;
    private final MemberRows members;
    private final BlockRepository blocks;
    private final Credentials credentials;
    private final RuleNames ruleNames;
    private final RuleService rules;
    private final Caller caller;
    private final Event<Happening> happenings;

    SubjectAccessService(
            Galleries galleries,
            Subjects subjects,
            MemberRows members,
            BlockRepository blocks,
            Credentials credentials,
            RuleNames ruleNames,
            RuleService rules,
            Caller caller,
            Event<Happening> happenings) {
        this.galleries = galleries;
        this.subjects = subjects;
        this.members = members;
        this.blocks = blocks;
        this.credentials = credentials;
        this.ruleNames = ruleNames;
        this.rules = rules;
        this.caller = caller;
        this.happenings = happenings;
    }

    @Transactional
    SubjectAccessView get(String galleryName, String subject) {
        GalleryRef gallery = galleries.open(galleryName);
        UUID owner = subjects.get(gallery, subject).id();
        var held = credentials.held(owner);
        var card = Optional.ofNullable(held.get(Kind.CARD));
        return new SubjectAccessView(
                members.groupsOf(owner),
                blocks.inForce(owner, Instant.now()).map(BlockView::from).orElse(null),
                card.filter(_ -> caller.mayDo(Operations.ACCESS_WRITE))
                        .map(number -> credentials.opened(number, gallery.id()).text())
                        .orElse(null),
                card.map(Credentials.Held::changedAt).orElse(null),
                held.containsKey(Kind.PIN),
                held.containsKey(Kind.DURESS_PIN),
                rules.named(ruleNames.of(gallery.id(), owner)).stream()
                        .map(SubjectAccessView.PermittingRule::from)
                        .toList());
    }

    @Transactional
    CardView putCard(String galleryName, String subject, CardContent wanted) {
        CardNumber card = CardNumber.of(wanted.number(), "number");
        GalleryRef gallery = galleries.open(galleryName);
        SubjectRef owner = subjects.lock(gallery, subject);
        credentials.putCard(gallery.id(), owner.id(), card).ifPresent(other -> {
            throw taken(other);
        });
        tell(gallery, subject, "card", "changed");
        return new CardView(
                card.text(), credentials.held(owner.id()).get(Kind.CARD).changedAt());
    }

    @Transactional
    PinView putPin(String galleryName, String subject, PinContent wanted) {
        var duressPin = Optional.ofNullable(wanted.duressPin());
        if (duressPin.filter(wanted.pin()::equals).isPresent()) {
            throw Problems.invalid(
                    "duressPin", "'duressPin' is the same as 'pin'.", "Choose another one, or leave it out.");
        }
        GalleryRef gallery = galleries.open(galleryName);
        SubjectRef owner = subjects.lock(gallery, subject);
        credentials.putPin(gallery.id(), owner.id(), wanted.pin(), duressPin);
        tell(gallery, subject, "pin", "changed");
        return new PinView(true, duressPin.isPresent());
    }

    @Transactional
    void removeCard(String galleryName, String subject) {
        remove(galleryName, subject, Kind.CARD, "card");
    }

    @Transactional
    void removePin(String galleryName, String subject) {
        UUID owner = remove(galleryName, subject, Kind.PIN, "PIN");
        credentials.remove(owner, Kind.DURESS_PIN);
    }

    private UUID remove(String galleryName, String subject, Kind kind, String what) {
        GalleryRef gallery = galleries.open(galleryName);
        UUID owner = subjects.lock(gallery, subject).id();
        if (!credentials.remove(owner, kind)) {
            throw new Problem(
                    ProblemCode.ACCESS_CREDENTIAL_NOT_FOUND,
                    "The subject '%s' has no %s.".formatted(subject, what),
                    "subject",
                    "Nothing is left to do, if it was to be removed.");
        }
        tell(gallery, subject, kind == Kind.CARD ? "card" : "pin", "deleted");
        return owner;
    }

    /** Never what the number or the PIN is. */
    private void tell(GalleryRef gallery, String subject, String credential, String outcome) {
        happenings.fire(Happening.of(Action.ACCESS_CREDENTIAL_CHANGED)
                .in(gallery.name())
                .on(subject)
                .outcome(outcome)
                .with("credential", credential));
    }

    private Problem taken(UUID other) {
        var problem = new Problem(
                ProblemCode.ACCESS_CARD_TAKEN,
                "Another subject of the gallery has this card.",
                "number",
                "Take it from that subject first, or read the number of another card.");
        Map<UUID, SubjectRef> known = caller.mayDo(Operations.SUBJECTS_READ) ? subjects.of(Set.of(other)) : Map.of();
        return known.containsKey(other)
                ? problem.with("subject", known.get(other).externalId())
                : problem;
    }
}
