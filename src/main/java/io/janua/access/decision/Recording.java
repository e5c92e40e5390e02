package io.janua.access.decision;

import io.janua.access.PointRef;
import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.http.RequestIds;
import io.janua.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Writes a decision down, with everything that follows from it, in the caller's transaction. */
@ApplicationScoped
class Recording {

    private final DecisionRows decisions;
    private final Presences presences;
    private final PinAttempts attempts;
    private final Observer observer;
    private final CardFrames cards;
    private final RequestIds requests;
    private final Caller caller;
    private final Event<Happening> happenings;

    Recording(
            DecisionRows decisions,
            Presences presences,
            PinAttempts attempts,
            Observer observer,
            CardFrames cards,
            RequestIds requests,
            Caller caller,
            Event<Happening> happenings) {
        this.decisions = decisions;
        this.presences = presences;
        this.attempts = attempts;
        this.observer = observer;
        this.cards = cards;
        this.requests = requests;
        this.caller = caller;
        this.happenings = happenings;
    }

    /** What was decided, and by what. */
    record Made(
            PointRef point,
            Request request,
            byte[] digest,
            Observation observation,
            Optional<FactsReader.Owner> owner,
            Facts facts,
            Situation situation,
            Ruling ruling) {}

    Decision record(Made made) {
        Instant now = made.situation().now();
        UUID id = newId();
        Optional<Instant> blockedUntil = count(made, now);
        boolean passes =
                made.ruling() instanceof Ruling.Granted && made.ruling().reason() == AccessReason.RULE;
        boolean moves = passes && made.situation().door().zoned();
        var content = new DecisionContent(
                made.request().capturedAt().orElse(null),
                granted(made)
                        .map(_ -> now.plusSeconds(made.point().settings().commandSeconds()))
                        .orElse(null),
                granted(made).map(_ -> made.point().settings().openSeconds()).orElse(null),
                made.observation().evidence().orElse(null),
                granted(made).flatMap(Ruling.Granted::rule).orElse(null),
                granted(made).flatMap(Ruling.Granted::schedule).orElse(null),
                moves ? passage(made) : null,
                granted(made)
                        .filter(Ruling.Granted::antiPassbackViolated)
                        .map(_ -> true)
                        .orElse(null),
                granted(made).filter(Ruling.Granted::duress).map(_ -> true).orElse(null),
                blockedUntil.orElse(null),
                null,
                null,
                requests.current().orElse(null));
        Decision decision =
                decision(id, made.point(), made.owner(), now, made.ruling().reason(), content);
        decisions.insert(
                decision,
                made.point(),
                made.digest(),
                made.request().idempotencyKey().orElse(null));
        if (moves) {
            presences.move(passing(made), made.point(), id, now, replaced(made));
        }
        if (made.situation().person().isPresent()) {
            observer.used(made.owner().orElseThrow().id());
        }
        tell(decision, made.point());
        return decision;
    }

    /** Of somebody who opens by hand. */
    Decision recordOverride(PointRef point, String remark, Instant now) {
        var content = opening(point, now, requests.current().orElse(null)).by(caller.actor(), remark);
        Decision decision = decision(newId(), point, Optional.empty(), now, AccessReason.OVERRIDE, content);
        decisions.insert(decision, point, null, null);
        tell(decision, point);
        return decision;
    }

    /** A grant that nobody could decide about or write down. */
    static Decision unrecorded(PointRef point, Instant now, String correlation) {
        return decision(
                newId(), point, Optional.empty(), now, AccessReason.FAILED_SAFE, opening(point, now, correlation));
    }

    private static DecisionContent opening(PointRef point, Instant now, String correlation) {
        return DecisionContent.opening(
                now.plusSeconds(point.settings().commandSeconds()),
                point.settings().openSeconds(),
                correlation);
    }

    private static Decision decision(
            UUID id,
            PointRef point,
            Optional<FactsReader.Owner> owner,
            Instant now,
            AccessReason reason,
            DecisionContent content) {
        return new Decision(
                id,
                point.name(),
                point.gallery().name(),
                owner.map(FactsReader.Owner::id).orElse(null),
                owner.map(FactsReader.Owner::externalId).orElse(null),
                owner.map(FactsReader.Owner::name).orElse(null),
                now,
                reason,
                content,
                null,
                null);
    }

    /** @return until when no PIN of the person is looked at */
    private Optional<Instant> count(Made made, Instant now) {
        return made.situation().person().flatMap(person -> switch (person.pin()) {
            case Pin.Wrong() ->
                attempts.wrong(
                        made.owner().orElseThrow().id(),
                        made.point().gallery().id(),
                        made.facts().pinFailures(),
                        now);
            case Pin.Locked(Instant until) -> Optional.of(until);
            case Pin.Right _ -> {
                if (made.facts().pinFailures() > 0) {
                    attempts.right(made.owner().orElseThrow().id());
                }
                yield Optional.empty();
            }
            case Pin.NotEntered() -> Optional.empty();
        });
    }

    private static DecisionContent.Passage passage(Made made) {
        return new DecisionContent.Passage(
                made.situation()
                        .person()
                        .flatMap(Person::whereabouts)
                        .map(Whereabouts::zone)
                        .orElse(null),
                made.point().zoneTo());
    }

    /** Where two have to come, the one who waited passes with the other. */
    private static List<UUID> passing(Made made) {
        List<UUID> passing = new ArrayList<>();
        passing.add(made.owner().orElseThrow().id());
        if (made.point().settings().twoPersons()) {
            made.facts().waiting().ifPresent(passing::add);
        }
        return passing;
    }

    /** Under duress, a person who has just been granted is granted once more, and comes in once. */
    private static Optional<UUID> replaced(Made made) {
        return made.owner()
                .flatMap(owner ->
                        made.facts().ownGrant(owner.id(), made.situation().now()))
                .map(Facts.Earlier::id);
    }

    private static Optional<Ruling.Granted> granted(Made made) {
        return made.ruling() instanceof Ruling.Granted granted ? Optional.of(granted) : Optional.empty();
    }

    private static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    private void tell(Decision decision, PointRef point) {
        var content = decision.content();
        var evidence = Optional.ofNullable(content.evidence());
        var told = Happening.of(Action.ACCESS_DECIDED)
                .in(decision.gallery())
                .on(decision.subject())
                .outcome(decision.outcome().wireName())
                .with("decision", decision.id().toString())
                .with("point", decision.point())
                .with("reason", decision.reason().wireName())
                .with(
                        "onvifReason",
                        decision.reason().onvif().map(OnvifReason::wireName).orElse(null))
                .with("rule", content.rule())
                .with("schedule", content.schedule())
                .with(
                        "zone",
                        content.passage() == null ? null : content.passage().after())
                .with("score", evidence.map(DecisionContent.Evidence::score).orElse(null))
                .with(
                        "threshold",
                        evidence.map(DecisionContent.Evidence::threshold).orElse(null))
                .with("openSeconds", content.openSeconds())
                .with(
                        "expiresAt",
                        content.expiresAt() == null ? null : content.expiresAt().toString())
                .with("antiPassbackViolated", content.antiPassbackViolated())
                .with("duress", content.duress())
                .with("by", content.by());
        happenings.fire(cards.of(decision, point)
                .map(card -> told.with("wiegand", card.bits())
                        .with("wiegandFormat", card.format().name().toLowerCase(Locale.ROOT))
                        .with(
                                "wiegandFacility",
                                card.facility().isPresent() ? card.facility().getAsInt() : null)
                        .with("wiegandNumber", card.number()))
                .orElse(told));
    }
}
