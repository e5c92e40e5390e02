package io.janua.access.decision;

import io.janua.access.AccessPoints;
import io.janua.access.PointRef;
import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

/** Notes whether somebody who may pass has passed. */
@ApplicationScoped
class OutcomeService {

    private final AccessPoints points;
    private final DecisionRows decisions;
    private final Presences presences;
    private final DecisionViews views;
    private final Event<Happening> happenings;
    private final InstantSource clock;

    OutcomeService(
            AccessPoints points,
            DecisionRows decisions,
            Presences presences,
            DecisionViews views,
            Event<Happening> happenings,
            InstantSource clock) {
        this.points = points;
        this.decisions = decisions;
        this.presences = presences;
        this.views = views;
        this.happenings = happenings;
        this.clock = clock;
    }

    /** @throws Problem {@code access_decision_not_found}, {@code access_not_granted} or {@code access_outcome_known} */
    @Transactional
    AccessDecisionView report(String name, UUID id, boolean taken) {
        PointRef point = points.open(name);
        Decision decision = find(point, id);
        if (decision.outcome() != AccessOutcome.GRANTED) {
            throw new Problem(
                    ProblemCode.ACCESS_NOT_GRANTED,
                    "Nobody was let through by this decision.",
                    "id",
                    "Report only whether a granted passage was taken.");
        }
        if (decisions.follow(id, taken, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            if (!taken) {
                presences.takeBack(id);
            }
            happenings.fire(Happening.of(Action.ACCESS_FOLLOWED)
                    .in(decision.gallery())
                    .on(decision.subject())
                    .outcome(taken ? "taken" : "not_taken")
                    .with("decision", id.toString())
                    .with("point", point.name()));
        }
        Decision now = find(point, id);
        if (!Objects.equals(now.taken(), taken)) {
            throw new Problem(
                    ProblemCode.ACCESS_OUTCOME_KNOWN,
                    "It was reported before that the passage was %s.".formatted(taken ? "not taken" : "taken"),
                    "taken",
                    "Report each passage once.");
        }
        return views.show(now);
    }

    private Decision find(PointRef point, UUID id) {
        return decisions
                .find(id)
                .filter(found -> found.point().equals(point.name()))
                .orElseThrow(() -> DecisionLog.notFound(id));
    }
}
