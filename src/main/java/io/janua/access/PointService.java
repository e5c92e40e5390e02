package io.janua.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.janua.event.Happening;
import io.janua.gallery.Galleries;
import io.janua.gallery.GalleryRef;
import io.janua.http.MergePatch;
import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

/** Creates, changes and lists access points. */
@ApplicationScoped
class PointService {

    private final PointRepository points;
    private final AccessPoints access;
    private final Galleries galleries;
    private final GalleryScope scope;
    private final MergePatch mergePatch;
    private final Event<PointsChanged> changes;
    private final Event<Happening> happenings;

    PointService(
            PointRepository points,
            AccessPoints access,
            Galleries galleries,
            GalleryScope scope,
            MergePatch mergePatch,
            Event<PointsChanged> changes,
            Event<Happening> happenings) {
        this.points = points;
        this.access = access;
        this.galleries = galleries;
        this.scope = scope;
        this.mergePatch = mergePatch;
        this.changes = changes;
        this.happenings = happenings;
    }

    @Transactional
    AccessPointView create(NewPoint wanted) {
        GalleryRef gallery = galleries.open(wanted.gallery());
        Point point = new Point();
        point.name = wanted.name();
        point.galleryId = gallery.id();
        point.mode = PointMode.NORMAL;
        point.createdAt = Instant.now();
        point.modeSince = point.createdAt;
        describe(point, wanted.content());
        try {
            points.persistAndFlush(point);
        } catch (ConstraintViolationException refused) {
            throw Configured.isTaken(refused) ? exists(wanted.name()) : Refusals.galleryGone(gallery.name());
        }
        changes.fire(new PointsChanged());
        happenings.fire(Configured.POINT.created(gallery.name(), point.name));
        return AccessPointView.from(point, gallery.name());
    }

    @Transactional
    Page<AccessPointView> list(Optional<String> gallery, PageQuery query) {
        String list = "access-points:" + gallery.orElse("");
        var found = points.after(query.lastKey(list).orElse(""), scope.ids(gallery), query.size() + 1);
        return Page.of(list, access.views(found), query.size(), AccessPointView::name);
    }

    @Transactional
    AccessPointView get(String name) {
        var found = access.find(name);
        return AccessPointView.from(found.point(), found.gallery());
    }

    @Transactional
    AccessPointView change(String name, JsonNode patch) {
        var found = access.findForUpdate(name);
        var before = PointContent.of(found.point());
        describe(found.point(), mergePatch.apply(before, patch, PointContent.class));
        changes.fire(new PointsChanged());
        happenings.fire(Configured.POINT.changed(found.gallery(), name, before, PointContent.of(found.point())));
        return AccessPointView.from(found.point(), found.gallery());
    }

    @Transactional
    void delete(String name) {
        var found = access.findForUpdate(name);
        points.delete(found.point());
        changes.fire(new PointsChanged());
        happenings.fire(Configured.POINT.deleted(found.gallery(), name));
    }

    private static void describe(Point point, PointContent content) {
        if (content.zoneFrom() != null && content.zoneFrom().equals(content.zoneTo())) {
            throw new Problem(
                    ProblemCode.ACCESS_POINT_CONFLICT,
                    "Both sides of the access point are the zone '%s'.".formatted(content.zoneTo()),
                    "zoneTo",
                    "Name two zones, or leave one out for the outside.");
        }
        point.description = content.description();
        point.kind = content.kind();
        point.zoneFrom = content.zoneFrom();
        point.zoneTo = content.zoneTo();
        point.enabled = content.enabled();
        point.settings = content.settings();
    }

    private static Problem exists(String name) {
        return new Problem(
                ProblemCode.ACCESS_POINT_EXISTS,
                "There is an access point '%s' already.".formatted(name),
                "name",
                "Choose another name, or change the point that exists.");
    }
}
