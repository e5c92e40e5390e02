package io.janua.access.decision;

import io.janua.access.AccessPoints;
import io.janua.access.PointRef;
import io.janua.gallery.RunningModel;
import io.janua.gallery.SubjectRef;
import io.janua.gallery.Subjects;
import io.janua.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Why would somebody be denied at eight o'clock? The policy itself answers, for a person who is only thought of. */
@ApplicationScoped
class ExplanationService {

    private static final byte[] NO_REQUEST = new byte[0];

    private final AccessPoints points;
    private final Subjects subjects;
    private final FactsReader facts;
    private final RunningModel models;
    private final InstantSource clock;

    ExplanationService(
            AccessPoints points, Subjects subjects, FactsReader facts, RunningModel models, InstantSource clock) {
        this.points = points;
        this.subjects = subjects;
        this.facts = facts;
        this.models = models;
        this.clock = clock;
    }

    @Transactional
    ExplanationView explain(String name, WantedExplanation wanted) {
        PointRef point = points.open(name);
        if (Observer.checksLiveness(point) && !models.judgesLiveness()) {
            throw Problems.livenessUnavailable();
        }
        SubjectRef subject = subjects.get(point.gallery(), wanted.subject());
        Instant at = Optional.ofNullable(wanted.at()).orElseGet(clock::instant);
        var owner = facts.owner(subject.id()).orElseThrow();
        var situation = Situations.supposed(
                point,
                at,
                new Sighting.Known(0, Observer.checksLiveness(point)),
                wanted.card() ? Card.KNOWN : Card.NOT_SHOWN,
                owner,
                facts.read(point, subject.id(), NO_REQUEST, at, true),
                wanted.pin() ? new Pin.Right(false) : new Pin.NotEntered());
        return ExplanationView.of(AccessPolicy.decide(situation), at);
    }
}
