package io.janua.access;

import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.problem.Problems;
import io.janua.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Locks access points down, releases them, and ends both. */
@ApplicationScoped
class ModeService {

    private final PointRepository points;
    private final AccessPoints access;
    private final GalleryScope scope;
    private final Caller caller;
    private final Event<PointsChanged> changes;
    private final Event<Happening> happenings;

    ModeService(
            PointRepository points,
            AccessPoints access,
            GalleryScope scope,
            Caller caller,
            Event<PointsChanged> changes,
            Event<Happening> happenings) {
        this.points = points;
        this.access = access;
        this.scope = scope;
        this.caller = caller;
        this.changes = changes;
        this.happenings = happenings;
    }

    @Transactional
    AccessPointView change(String name, ModeChange wanted) {
        check(wanted);
        var found = access.findForUpdate(name);
        return set(List.of(found.point()), wanted).getFirst();
    }

    @Transactional
    ChangedPointsView change(ModesChange wanted) {
        check(wanted.one());
        if (wanted.points() != null && wanted.zone() != null) {
            throw Problems.invalid(
                    "zone", "Both access points and a zone are named.", "Name points, a zone, or neither for all.");
        }
        return new ChangedPointsView(set(chosen(wanted), wanted.one()));
    }

    private List<Point> chosen(ModesChange wanted) {
        var all = points.allForUpdate(scope.ids(Optional.empty()));
        if (wanted.zone() != null) {
            var ofZone = all.stream()
                    .filter(point -> wanted.zone().equals(point.zoneFrom)
                            || wanted.zone().equals(point.zoneTo))
                    .toList();
            if (ofZone.isEmpty()) {
                // In an emergency nobody should believe that something was locked.
                throw Refusals.unknown("zone", "No access point leads into or out of", List.of(wanted.zone()));
            }
            return ofZone;
        }
        if (wanted.points() == null) {
            return all;
        }
        var named = new TreeSet<>(wanted.points());
        var chosen = all.stream().filter(point -> named.remove(point.name)).toList();
        if (!named.isEmpty()) {
            throw Refusals.unknown("points", "There are no access points", named);
        }
        return chosen;
    }

    private List<AccessPointView> set(List<Point> chosen, ModeChange wanted) {
        Instant now = Instant.now();
        for (Point point : chosen) {
            point.mode = wanted.mode();
            point.modeReason = wanted.reason();
            point.modeBy = caller.actor();
            point.modeSince = now;
        }
        changes.fire(new PointsChanged());
        var views = access.views(chosen);
        views.forEach(point -> happenings.fire(Happening.of(Action.ACCESS_MODE_CHANGED)
                .in(point.gallery())
                .with("point", point.name())
                .with("mode", point.mode().wireName())
                .with("reason", point.modeReason())));
        return views;
    }

    private static void check(ModeChange wanted) {
        if (wanted.mode() != PointMode.NORMAL
                && (wanted.reason() == null || wanted.reason().isBlank())) {
            throw Problems.invalid(
                    "reason",
                    "'%s' needs a reason.".formatted(wanted.mode().wireName()),
                    "Say why, for those who will ask.");
        }
    }
}
