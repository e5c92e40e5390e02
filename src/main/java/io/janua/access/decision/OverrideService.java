package io.janua.access.decision;

import io.janua.access.AccessPoints;
import io.janua.access.PointRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Opens a point once, by hand. Whoever does so says why, and answers for it. */
@ApplicationScoped
class OverrideService {

    private final AccessPoints points;
    private final Recording recording;
    private final DecisionViews views;
    private final InstantSource clock;

    OverrideService(AccessPoints points, Recording recording, DecisionViews views, InstantSource clock) {
        this.points = points;
        this.recording = recording;
        this.views = views;
        this.clock = clock;
    }

    @Transactional
    AccessDecisionView open(String name, String reason) {
        PointRef point = points.open(name);
        Decision decision =
                recording.recordOverride(point, reason, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return views.answer(decision, false, point);
    }
}
