package io.janua.access.decision;

import io.janua.access.AccessPoints;
import io.janua.access.Credentials;
import io.janua.access.PointMode;
import io.janua.access.PointRef;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.recognition.Probe;
import io.janua.time.Stage;
import io.janua.time.Stages;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Decides who passes: looks at the pictures first, and then does everything else in one transaction. */
@ApplicationScoped
class DecisionService {

    private final AccessPoints points;
    private final Credentials credentials;
    private final Observer observer;
    private final FactsReader facts;
    private final Situations situations;
    private final DecisionRows decisions;
    private final Recording recording;
    private final RequestDigests digests;
    private final FailSafe failSafe;
    private final DecisionViews views;
    private final InstantSource clock;
    private final Stages stages;

    DecisionService(
            AccessPoints points,
            Credentials credentials,
            Observer observer,
            FactsReader facts,
            Situations situations,
            DecisionRows decisions,
            Recording recording,
            RequestDigests digests,
            FailSafe failSafe,
            DecisionViews views,
            InstantSource clock,
            Stages stages) {
        this.points = points;
        this.credentials = credentials;
        this.observer = observer;
        this.facts = facts;
        this.situations = situations;
        this.decisions = decisions;
        this.recording = recording;
        this.digests = digests;
        this.failSafe = failSafe;
        this.views = views;
        this.clock = clock;
        this.stages = stages;
    }

    /** What came of a request: a new decision, or an earlier one. */
    private record Decided(Decision decision, boolean repeated) {}

    AccessDecisionView decide(String point, Request request) {
        return failSafe.guard(point, () -> {
            PointRef found = points.open(point);
            failSafe.remember(found);
            return decide(found, request);
        });
    }

    private AccessDecisionView decide(PointRef point, Request request) {
        byte[] digest = digests.of(point.id(), request);
        // Before anything is computed: a device that asks again wants its answer.
        Optional<Decided> earlier = earlier(point, request, digest);
        Decided decided = earlier.orElseGet(() -> {
            Optional<Probe> probe =
                    Situations.looks(point) ? Optional.of(observer.look(point, request)) : Optional.empty();
            return decide(point, request, digest, probe);
        });
        return views.answer(decided.decision(), decided.repeated(), point);
    }

    private Decided decide(PointRef point, Request request, byte[] digest, Optional<Probe> probe) {
        try {
            return transact(point, request, digest, probe);
        } catch (LookAfterAll changed) {
            return transact(point, request, digest, Optional.of(observer.look(point, request)));
        } catch (RuntimeException failed) {
            if (!Conflicts.causes(failed)) {
                throw failed;
            }
            // The same request came at the same time and was first, or a person was erased: once more, with what is
            // now.
            return earlier(point, request, digest).orElseGet(() -> transact(point, request, digest, probe));
        }
    }

    private Decided transact(PointRef point, Request request, byte[] digest, Optional<Probe> probe) {
        return stages.watch(
                Stage.DECIDE, () -> QuarkusTransaction.requiringNew().call(() -> {
                    Optional<UUID> holder =
                            request.card().flatMap(card -> credentials.subjectWith(point.gallery(), card));
                    Card card = request.card().isEmpty()
                            ? Card.NOT_SHOWN
                            : holder.map(known -> Card.KNOWN).orElse(Card.UNKNOWN);
                    var seen = probe.map(pictures -> observer.find(point, pictures, card, holder))
                            .orElse(Observation.NONE);
                    var owner = seen.person().flatMap(facts::lock);
                    if (owner.isEmpty() || point.settings().twoPersons()) {
                        facts.lockPoint(point.id());
                    }
                    var observation = owner.isEmpty() && seen.person().isPresent() ? seen.ofNobody() : seen;
                    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    UUID person = owner.map(FactsReader.Owner::id).orElse(null);
                    Facts first = facts.read(point, person, digest, now, false);
                    // Whoever waits passes too, and may be decided about elsewhere at the same time.
                    Facts known = first.waiting().flatMap(facts::lock).isPresent()
                            ? facts.read(point, person, digest, now, false)
                            : first;
                    if (probe.isEmpty() && Situations.looks(point, known)) {
                        throw new LookAfterAll();
                    }
                    var situation = situations.of(point, now, observation, card, owner, known, request.pin());
                    Ruling ruling = AccessPolicy.decide(situation).ruling();
                    var same = Repetition.of(ruling, observation.person(), known, now);
                    if (same.isPresent()) {
                        return new Decided(decisions.find(same.get()).orElseThrow(), true);
                    }
                    return new Decided(
                            recording.record(new Recording.Made(
                                    point, request, digest, observation, owner, known, situation, ruling)),
                            false);
                }));
    }

    /**
     * A device that lost its answer gets it again. A grant that could not be used any more is none, and to decide anew
     * under the same key would be another answer.
     */
    private Optional<Decided> earlier(PointRef point, Request request, byte[] digest) {
        return request.idempotencyKey()
                .flatMap(key -> decisions.keyed(point.id(), digest, key))
                .map(found -> {
                    if (!found.same()) {
                        throw keyReused();
                    }
                    var decision = decisions.find(found.id()).orElseThrow();
                    if (decision.outcome() == AccessOutcome.GRANTED && !holds(decision, point)) {
                        throw grantOver();
                    }
                    return new Decided(decision, true);
                });
    }

    private boolean holds(Decision grant, PointRef point) {
        return grant.taken() == null
                && clock.instant().isBefore(grant.content().expiresAt())
                && point.enabled()
                && point.mode() != PointMode.LOCKDOWN;
    }

    private static Problem grantOver() {
        return new Problem(
                ProblemCode.ACCESS_GRANT_OVER,
                "What was granted under this Idempotency-Key was used, has expired, or the point was closed since.",
                "Idempotency-Key",
                "Keep the door shut, and ask again with a new picture and a new key.");
    }

    /** The point was remembered as one where it does not matter who comes, and is none any more. */
    private static final class LookAfterAll extends RuntimeException {

        LookAfterAll() {
            super("the point's mode has changed", null, false, false);
        }
    }

    private static Problem keyReused() {
        return new Problem(
                ProblemCode.IDEMPOTENCY_KEY_REUSED,
                "Another picture, card or PIN was sent to this access point under this Idempotency-Key.",
                "Idempotency-Key",
                "Use a new key for every new request, and the same one only to repeat it.");
    }
}
