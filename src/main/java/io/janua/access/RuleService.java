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
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.exception.ConstraintViolationException;

/** Creates, changes and lists rules. */
@ApplicationScoped
class RuleService {

    private final RuleRepository rules;
    private final RuleNames names;
    private final RuleReferences references;
    private final ScheduleRepository schedules;
    private final Galleries galleries;
    private final GalleryScope scope;
    private final MergePatch mergePatch;
    private final Event<Happening> happenings;

    RuleService(
            RuleRepository rules,
            RuleNames names,
            RuleReferences references,
            ScheduleRepository schedules,
            Galleries galleries,
            GalleryScope scope,
            MergePatch mergePatch,
            Event<Happening> happenings) {
        this.rules = rules;
        this.names = names;
        this.references = references;
        this.schedules = schedules;
        this.galleries = galleries;
        this.scope = scope;
        this.mergePatch = mergePatch;
        this.happenings = happenings;
    }

    private record Found(Rule rule, String gallery) {}

    @Transactional
    RuleView create(NewRule wanted) {
        GalleryRef gallery = galleries.open(wanted.gallery());
        Rule rule = new Rule();
        rule.name = wanted.name();
        rule.galleryId = gallery.id();
        rule.createdAt = Instant.now();
        try {
            write(rule, gallery, wanted.content());
        } catch (ConstraintViolationException refused) {
            throw Configured.isTaken(refused) ? exists(wanted.name()) : Refusals.galleryGone(gallery.name());
        }
        happenings.fire(Configured.RULE.created(gallery.name(), rule.name));
        return view(rule);
    }

    @Transactional
    Page<RuleView> list(RuleFilter filter, PageQuery query) {
        String list = "access-rules:" + filter.name();
        var galleriesAsked = scope.ids(Optional.ofNullable(filter.gallery));
        var found = names.after(query.lastKey(list).orElse(""), filter, galleriesAsked, query.size() + 1);
        return Page.of(list, views(rules.byName(found)), query.size(), RuleView::name);
    }

    @Transactional
    RuleView get(String name) {
        return view(permitted(name, rules::named).rule());
    }

    @Transactional
    RuleView change(String name, JsonNode patch) {
        var found = permitted(name, rules::namedForUpdate);
        var before = RuleContent.of(view(found.rule()));
        write(found.rule(), galleries.open(found.gallery()), mergePatch.apply(before, patch, RuleContent.class));
        RuleView after = view(found.rule());
        happenings.fire(Configured.RULE.changed(found.gallery(), name, before, RuleContent.of(after)));
        return after;
    }

    @Transactional
    void delete(String name) {
        var found = permitted(name, rules::namedForUpdate);
        rules.delete(found.rule());
        happenings.fire(Configured.RULE.deleted(found.gallery(), name));
    }

    /** Of rules by their ids, by name. */
    List<RuleView> named(Collection<UUID> ids) {
        return views(rules.byName(ids));
    }

    private void write(Rule rule, GalleryRef gallery, RuleContent content) {
        Refusals.refuseEmptyValidity(content.validFrom(), content.validUntil());
        if (content.groups().isEmpty() && !content.everyone()) {
            throw new Problem(
                    ProblemCode.ACCESS_RULE_CONFLICT,
                    "The rule names no group and is not for everyone, so it is for nobody.",
                    "groups",
                    "Name groups, or set 'everyone'.");
        }
        var named = references.resolve(gallery, content);
        rule.description = content.description();
        rule.everyone = content.everyone();
        rule.scheduleId = named.schedule();
        rule.validFrom = content.validFrom();
        rule.validUntil = content.validUntil();
        rule.enabled = content.enabled();
        rule.demands = content.demands().stored();
        rule.escortGroupId = named.escort();
        rules.persistAndFlush(rule);
        names.replace(rule, named.groups(), named.points());
    }

    private RuleView view(Rule rule) {
        return views(List.of(rule)).getFirst();
    }

    private List<RuleView> views(List<Rule> found) {
        var ids = found.stream().map(rule -> rule.id).toList();
        var groups = names.groupsOf(ids);
        var points = names.pointsOf(ids);
        var escorts = names.escortsOf(ids);
        var scheduleNames = schedules.names(found.stream()
                .map(rule -> rule.scheduleId)
                .filter(Objects::nonNull)
                .toList());
        var galleryNames =
                scope.names(found.stream().map(rule -> rule.galleryId).toList());
        return found.stream()
                .map(rule -> new RuleView(
                        rule.name,
                        rule.description,
                        galleryNames.get(rule.galleryId),
                        groups.getOrDefault(rule.id, List.of()),
                        rule.everyone,
                        points.getOrDefault(rule.id, List.of()),
                        rule.scheduleId == null ? null : scheduleNames.get(rule.scheduleId),
                        rule.validFrom,
                        rule.validUntil,
                        rule.enabled,
                        RuleDemandsView.from(rule.demands, escorts.get(rule.id)),
                        rule.createdAt))
                .toList();
    }

    private Found permitted(String name, Function<String, Optional<Rule>> query) {
        Rule rule = query.apply(name).orElseThrow(() -> notFound(name));
        return new Found(rule, scope.permitted(rule.galleryId).orElseThrow(() -> notFound(name)));
    }

    private static Problem notFound(String name) {
        return new Problem(
                ProblemCode.ACCESS_RULE_NOT_FOUND,
                "There is no rule '%s'.".formatted(name),
                "rule",
                "Create it with POST /v1/access/rules, or list them with GET /v1/access/rules.");
    }

    private static Problem exists(String name) {
        return new Problem(
                ProblemCode.ACCESS_RULE_EXISTS,
                "There is a rule '%s' already.".formatted(name),
                "name",
                "Choose another name, or change the rule that exists.");
    }
}
