package io.janua.access.decision;

import io.janua.access.PointRef;
import io.janua.http.RequestIds;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.security.Caller;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens a point that is to open when the service fails, as far as it is remembered. */
@ApplicationScoped
class FailSafe {

    /** Class of SQLSTATE for values that the request brought. */
    private static final String BAD_DATA = "22";

    private final OpeningPoints points;
    private final Caller caller;
    private final RequestIds requests;
    private final InstantSource clock;
    private final Event<OpenedUnrecorded> openings;

    FailSafe(
            OpeningPoints points,
            Caller caller,
            RequestIds requests,
            InstantSource clock,
            Event<OpenedUnrecorded> openings) {
        this.points = points;
        this.caller = caller;
        this.requests = requests;
        this.clock = clock;
        this.openings = openings;
    }

    void remember(PointRef point) {
        points.remember(point);
    }

    AccessDecisionView guard(String point, Supplier<AccessDecisionView> decision) {
        try {
            return decision.get();
        } catch (RuntimeException failed) {
            if (failed instanceof Problem problem && problem.code() == ProblemCode.ACCESS_POINT_NOT_FOUND) {
                points.forget(point);
            }
            return (isOurs(failed) ? opening(point) : Optional.<PointRef>empty())
                    .map(open -> open(open, failed))
                    .orElseThrow(() -> failed);
        }
    }

    private Optional<PointRef> opening(String point) {
        return points.find(point).filter(open -> caller.mayUse(open.gallery().name()));
    }

    /**
     * Whether it is no fault of the request, and not of somebody who deleted what it asks for. Too much work is none
     * either: whoever can send pictures could make some, and a device that asks again gets its answer. Nor is a gallery
     * of another model: it does not pass, so that everybody could walk in until somebody notices.
     */
    private static boolean isOurs(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoSuchElementException || isBadData(cause)) {
                return false;
            }
            if (cause instanceof Problem problem) {
                return problem.code().status() >= 500 && problem.code() != ProblemCode.BUSY;
            }
        }
        return true;
    }

    private static boolean isBadData(Throwable cause) {
        return cause instanceof SQLException sql
                && String.valueOf(sql.getSQLState()).startsWith(BAD_DATA);
    }

    private AccessDecisionView open(PointRef point, RuntimeException failed) {
        openings.fire(new OpenedUnrecorded());
        Log.errorf(failed, "access point '%s' opens because nothing could be decided", point.name());
        var decision =
                Recording.unrecorded(point, clock.instant(), requests.current().orElse(null));
        return AccessDecisionView.of(decision, false, false, Optional.empty());
    }
}
