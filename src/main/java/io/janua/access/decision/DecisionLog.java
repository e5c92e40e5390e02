package io.janua.access.decision;

import io.janua.database.Sql;
import io.janua.gallery.Galleries;
import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Shows what was decided, in the galleries that the caller may use. */
@ApplicationScoped
class DecisionLog {

    private final DecisionRows decisions;
    private final DecisionViews views;
    private final Galleries galleries;
    private final Caller caller;

    DecisionLog(DecisionRows decisions, DecisionViews views, Galleries galleries, Caller caller) {
        this.decisions = decisions;
        this.views = views;
        this.galleries = galleries;
        this.caller = caller;
    }

    /** Newest first. */
    @Transactional
    Page<AccessDecisionView> list(DecisionFilter filter, PageQuery query) {
        if (filter.gallery != null) {
            galleries.open(filter.gallery);
        }
        List<Object> parameters = new ArrayList<>();
        var more = new StringBuilder(filter.where(parameters));
        caller.galleries().ifPresent(permitted -> {
            more.append(" AND g.name = ANY (?)");
            parameters.add(new Sql.Array("text", permitted.toArray()));
        });
        query.lastKey(filter.list()).flatMap(TimeKey::parse).ifPresent(last -> {
            more.append(" AND (d.decided_at, d.id) < (?, ?)");
            parameters.addAll(List.of(last.time(), last.id()));
        });
        parameters.add(query.size() + 1);
        var found = decisions.select(
                more.append(" ORDER BY d.decided_at DESC, d.id DESC LIMIT ?").toString(), parameters.toArray());
        return Page.of(filter.list(), found, query.size(), decision -> new TimeKey(decision.decidedAt(), decision.id())
                        .text())
                .map(views::show);
    }

    /** @throws Problem {@code access_decision_not_found} */
    @Transactional
    AccessDecisionView get(UUID id) {
        return decisions
                .find(id)
                .filter(decision -> caller.mayUse(decision.gallery()))
                .map(views::show)
                .orElseThrow(() -> notFound(id));
    }

    static Problem notFound(UUID id) {
        return new Problem(
                ProblemCode.ACCESS_DECISION_NOT_FOUND,
                "There is no decision %s.".formatted(id),
                "id",
                "List the decisions with GET /v1/access/decisions.");
    }
}
