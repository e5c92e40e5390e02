package io.janua.access;

import io.janua.gallery.Galleries;
import io.janua.gallery.GalleryChanged;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.tenant.CurrentTenant;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The way to an access point: it checks that the point exists for this tenant and that the caller may use its gallery. */
@ApplicationScoped
public class AccessPoints {

    private final PointRepository points;
    private final GalleryScope scope;
    private final Galleries galleries;
    private final CurrentTenant tenant;
    private final Cache remembered;

    AccessPoints(
            PointRepository points,
            GalleryScope scope,
            Galleries galleries,
            CurrentTenant tenant,
            @CacheName("access-points") Cache remembered) {
        this.points = points;
        this.scope = scope;
        this.galleries = galleries;
        this.tenant = tenant;
        this.remembered = remembered;
    }

    private record Key(String tenant, String point) {}

    /** Without what its gallery says, which is remembered by itself. */
    private record Known(UUID id, AccessPointView view) {}

    /** A point that is locked by the transaction at hand, and what its gallery is called. */
    record Found(Point point, String gallery) {}

    /**
     * Remembered for a second (application.properties), because every decision begins here.
     *
     * @throws Problem {@code access_point_not_found}, also where the caller may not use the point's gallery
     */
    public PointRef open(String name) {
        Known known = remembered
                .get(new Key(tenant.id(), name), key -> QuarkusTransaction.joiningExisting()
                        .call(() -> load(name)))
                .await()
                .indefinitely();
        var view = known.view();
        if (!scope.mayUse(view.gallery())) {
            throw notFound(name);
        }
        return new PointRef(
                known.id(),
                view.name(),
                galleries.open(view.gallery()),
                view.kind(),
                view.zoneFrom(),
                view.zoneTo(),
                view.enabled(),
                view.settings(),
                view.mode(),
                view.modeReason());
    }

    /**
     * All that the caller may see, by name.
     *
     * @param gallery the only one that counts
     */
    @Transactional
    public List<AccessPointView> views(Optional<String> gallery) {
        return views(points.after("", scope.ids(gallery), Integer.MAX_VALUE));
    }

    List<AccessPointView> views(List<Point> found) {
        var names = scope.names(found.stream().map(point -> point.galleryId).toList());
        return found.stream()
                .map(point -> AccessPointView.from(point, names.get(point.galleryId)))
                .toList();
    }

    Found find(String name) {
        return permitted(name, points::named);
    }

    Found findForUpdate(String name) {
        return permitted(name, points::namedForUpdate);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) PointsChanged changed) {
        remembered.invalidateAll().await().indefinitely();
    }

    /** Points go with their gallery. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) GalleryChanged changed) {
        remembered.invalidateAll().await().indefinitely();
    }

    private Known load(String name) {
        Point point = points.named(name).orElseThrow(() -> notFound(name));
        return new Known(point.id, views(List.of(point)).getFirst());
    }

    private Found permitted(String name, Function<String, Optional<Point>> query) {
        Point point = query.apply(name).orElseThrow(() -> notFound(name));
        return new Found(point, scope.permitted(point.galleryId).orElseThrow(() -> notFound(name)));
    }

    private static Problem notFound(String name) {
        return new Problem(
                ProblemCode.ACCESS_POINT_NOT_FOUND,
                "There is no access point '%s'.".formatted(name),
                "point",
                "Create it with POST /v1/access/points, or list them with GET /v1/access/points.");
    }
}
