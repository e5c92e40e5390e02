package io.janua.access.decision;

import io.janua.database.Sql;
import io.janua.gallery.GalleryRef;
import io.janua.gallery.SubjectRef;
import io.janua.privacy.PassageHoldings;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells people what doors wrote down of them. */
@ApplicationScoped
class HeldPassages implements PassageHoldings {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String PLACE = """
            SELECT w.zone, w.since, p.name FROM access_presence w
            JOIN access_point p ON p.tenant_id = w.tenant_id AND p.id = w.point_id
            WHERE w.tenant_id = ? AND w.gallery_id = ? AND w.subject_id = ?""";

    private final DecisionRows decisions;
    private final Sql sql;
    private final CurrentTenant tenant;

    HeldPassages(DecisionRows decisions, Sql sql, CurrentTenant tenant) {
        this.decisions = decisions;
        this.sql = sql;
        this.tenant = tenant;
    }

    @Override
    @Transactional
    public List<HeldPassage> passages(GalleryRef gallery, SubjectRef subject, Optional<UUID> after, int limit) {
        return decisions
                .select(
                        "AND d.gallery_id = ? AND d.subject_id = ? AND d.id > ? ORDER BY d.id LIMIT ?",
                        gallery.id(),
                        subject.id(),
                        after.orElse(BEFORE_ALL),
                        limit)
                .stream()
                .map(decision -> new HeldPassage(
                        decision.id(),
                        decision.point(),
                        decision.decidedAt(),
                        decision.outcome().wireName(),
                        decision.reason().wireName(),
                        decision.taken(),
                        decision.content()))
                .toList();
    }

    @Override
    @Transactional
    public Optional<HeldPlace> place(GalleryRef gallery, SubjectRef subject) {
        return sql
                .query(
                        PLACE,
                        row -> new HeldPlace(
                                row.getString("zone"),
                                row.getObject("since", OffsetDateTime.class).toInstant(),
                                row.getString("name")),
                        tenant.id(),
                        gallery.id(),
                        subject.id())
                .stream()
                .findFirst();
    }
}
