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
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

/** Creates, changes and lists groups. */
@ApplicationScoped
class GroupService {

    private final GroupRepository groups;
    private final Groups access;
    private final MemberRows members;
    private final RuleNames rules;
    private final Galleries galleries;
    private final GalleryScope scope;
    private final MergePatch mergePatch;
    private final Event<Happening> happenings;

    GroupService(
            GroupRepository groups,
            Groups access,
            MemberRows members,
            RuleNames rules,
            Galleries galleries,
            GalleryScope scope,
            MergePatch mergePatch,
            Event<Happening> happenings) {
        this.groups = groups;
        this.access = access;
        this.members = members;
        this.rules = rules;
        this.galleries = galleries;
        this.scope = scope;
        this.mergePatch = mergePatch;
        this.happenings = happenings;
    }

    @Transactional
    GroupView create(NewGroup wanted) {
        GalleryRef gallery = galleries.open(wanted.gallery());
        Group group = new Group();
        group.name = wanted.name();
        group.description = wanted.description();
        group.galleryId = gallery.id();
        group.createdAt = Instant.now();
        try {
            groups.persistAndFlush(group);
        } catch (ConstraintViolationException refused) {
            throw Configured.isTaken(refused) ? exists(wanted.name()) : Refusals.galleryGone(gallery.name());
        }
        happenings.fire(Configured.GROUP.created(gallery.name(), group.name));
        return GroupView.from(group, gallery.name(), 0, 0);
    }

    @Transactional
    Page<GroupView> list(Optional<String> gallery, PageQuery query) {
        String list = "access-groups:" + gallery.orElse("");
        var found = groups.after(query.lastKey(list).orElse(""), scope.ids(gallery), query.size() + 1);
        return Page.of(list, views(found), query.size(), GroupView::name);
    }

    @Transactional
    GroupView get(String name) {
        return views(List.of(access.find(name).group())).getFirst();
    }

    @Transactional
    GroupView change(String name, JsonNode patch) {
        var found = access.findForUpdate(name);
        var before = new GroupContent(found.group().description);
        var wanted = mergePatch.apply(before, patch, GroupContent.class);
        found.group().description = wanted.description();
        happenings.fire(Configured.GROUP.changed(found.gallery(), name, before, wanted));
        return views(List.of(found.group())).getFirst();
    }

    @Transactional
    void delete(String name) {
        var found = access.findForUpdate(name);
        var naming = rules.namingGroup(found.group().id);
        if (!naming.isEmpty()) {
            throw new Problem(
                            ProblemCode.ACCESS_GROUP_IN_USE,
                            "Rules name the group '%s': %s.".formatted(name, String.join(", ", naming)),
                            "group",
                            "Take it out of these rules first, or delete them.")
                    .with("rules", naming);
        }
        groups.delete(found.group());
        happenings.fire(Configured.GROUP.deleted(found.gallery(), name));
    }

    private List<GroupView> views(List<Group> found) {
        var ids = found.stream().map(group -> group.id).toList();
        var memberCounts = members.counts(ids);
        var ruleCounts = rules.countsNaming(ids);
        var names = scope.names(found.stream().map(group -> group.galleryId).toList());
        return found.stream()
                .map(group -> GroupView.from(
                        group,
                        names.get(group.galleryId),
                        memberCounts.getOrDefault(group.id, 0L),
                        ruleCounts.getOrDefault(group.id, 0L)))
                .toList();
    }

    private static Problem exists(String name) {
        return new Problem(
                ProblemCode.ACCESS_GROUP_EXISTS,
                "There is a group '%s' already.".formatted(name),
                "name",
                "Choose another name, or use the group that exists.");
    }
}
