package io.janua.access.decision;

import io.janua.database.Sql;
import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.gallery.Galleries;
import io.janua.gallery.GalleryRef;
import io.janua.gallery.SubjectRef;
import io.janua.gallery.Subjects;
import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.security.Caller;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Shows where people are, and forgets it: after an evacuation, or when somebody left by a window. */
@ApplicationScoped
class PresenceService {

    private static final String SELECT = """
            SELECT w.subject_id, s.external_id, s.name, g.name AS gallery, w.zone, w.since, p.name AS point
            FROM access_presence w
            JOIN subject s ON s.tenant_id = w.tenant_id AND s.id = w.subject_id
            JOIN gallery g ON g.tenant_id = w.tenant_id AND g.id = w.gallery_id
            JOIN access_point p ON p.tenant_id = w.tenant_id AND p.id = w.point_id
            WHERE w.tenant_id = ?""";

    private final Presences presences;
    private final Galleries galleries;
    private final Subjects subjects;
    private final Caller caller;
    private final CurrentTenant tenant;
    private final Sql sql;
    private final Event<Happening> happenings;

    PresenceService(
            Presences presences,
            Galleries galleries,
            Subjects subjects,
            Caller caller,
            CurrentTenant tenant,
            Sql sql,
            Event<Happening> happenings) {
        this.presences = presences;
        this.galleries = galleries;
        this.subjects = subjects;
        this.caller = caller;
        this.tenant = tenant;
        this.sql = sql;
        this.happenings = happenings;
    }

    private record Found(UUID id, PresenceView view) {}

    /** Who passed last comes first. */
    @Transactional
    Page<PresenceView> list(PresenceFilter filter, PageQuery query) {
        List<Object> parameters = new ArrayList<>(List.of(tenant.id()));
        var statement = new StringBuilder(SELECT);
        if (filter.gallery != null) {
            statement.append(" AND w.gallery_id = ?");
            parameters.add(galleries.open(filter.gallery).id());
        }
        caller.galleries().ifPresent(permitted -> {
            statement.append(" AND g.name = ANY (?)");
            parameters.add(new Sql.Array("text", permitted.toArray()));
        });
        if (filter.zone != null) {
            statement.append(" AND w.zone = ?");
            parameters.add(filter.zone);
        }
        query.lastKey(filter.list()).flatMap(TimeKey::parse).ifPresent(last -> {
            statement.append(" AND (w.since, w.subject_id) < (?, ?)");
            parameters.addAll(List.of(last.time(), last.id()));
        });
        parameters.add(query.size() + 1);
        var found = sql.query(
                statement
                        .append(" ORDER BY w.since DESC, w.subject_id DESC LIMIT ?")
                        .toString(),
                row -> new Found(
                        row.getObject("subject_id", UUID.class),
                        new PresenceView(
                                row.getString("external_id"),
                                row.getString("name"),
                                row.getString("gallery"),
                                row.getString("zone"),
                                row.getObject("since", OffsetDateTime.class).toInstant(),
                                row.getString("point"))),
                parameters.toArray());
        return Page.of(filter.list(), found, query.size(), one -> new TimeKey(
                                one.view().since(), one.id())
                        .text())
                .map(Found::view);
    }

    /** Whether or not anything was known: afterwards nothing is. */
    @Transactional
    void forget(String galleryName, String subjectId) {
        GalleryRef gallery = galleries.open(galleryName);
        SubjectRef subject = subjects.get(gallery, subjectId);
        if (presences.forget(subject.id())) {
            happenings.fire(Happening.of(Action.ACCESS_PRESENCE_RESET)
                    .in(gallery.name())
                    .on(subject.externalId()));
        }
    }

    @Transactional
    PresenceResetView reset(PresenceReset wanted) {
        GalleryRef gallery = galleries.open(wanted.gallery());
        int forgotten = wanted.zone() == null
                ? presences.forgetAll(gallery.id())
                : presences.forgetAll(gallery.id(), wanted.zone());
        happenings.fire(Happening.of(Action.ACCESS_PRESENCE_RESET)
                .in(gallery.name())
                .with("zone", wanted.zone())
                .with("reset", forgotten));
        return new PresenceResetView(forgotten);
    }
}
