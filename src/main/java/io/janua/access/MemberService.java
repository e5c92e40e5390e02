package io.janua.access;

import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.gallery.Galleries;
import io.janua.gallery.SubjectRef;
import io.janua.gallery.Subjects;
import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Brings subjects into groups and out of them. */
@ApplicationScoped
class MemberService {

    private final Groups groups;
    private final MemberRows members;
    private final Galleries galleries;
    private final Subjects subjects;
    private final Event<Happening> happenings;

    MemberService(
            Groups groups, MemberRows members, Galleries galleries, Subjects subjects, Event<Happening> happenings) {
        this.groups = groups;
        this.members = members;
        this.galleries = galleries;
        this.subjects = subjects;
        this.happenings = happenings;
    }

    /** A member after a PUT. */
    record Put(MemberView member, boolean added) {}

    @Transactional
    Page<MemberView> list(String groupName, PageQuery query) {
        Group group = groups.find(groupName).group();
        String list = "group-members:" + group.id;
        var found = members.after(group.id, query.lastKey(list).orElse(""), query.size() + 1);
        var portraits = subjects.portraits(
                found.stream().map(MemberRows.Member::subject).toList());
        return Page.of(list, found, query.size(), MemberRows.Member::externalId)
                .map(member -> MemberView.from(member, portraits.get(member.subject())));
    }

    @Transactional
    Put put(String groupName, String subject, MemberContent content) {
        Refusals.refuseEmptyValidity(content.validFrom(), content.validUntil());
        var found = groups.findForUpdate(groupName);
        SubjectRef owner = subjects.lock(galleries.open(found.gallery()), subject);
        var put = members.put(found.group(), owner.id(), content.validFrom(), content.validUntil());
        tell(found, subject, put.added() ? "added" : "changed");
        var member = new MemberRows.Member(owner.id(), subject, owner.name(), put.membership());
        var portrait = subjects.portraits(List.of(owner.id())).get(owner.id());
        return new Put(MemberView.from(member, portrait), put.added());
    }

    /** All of them or none; whoever is a member already stays one, as before. */
    @Transactional
    AddedMembersView add(String groupName, NewMembers wanted) {
        var found = groups.findForUpdate(groupName);
        var asked = new TreeSet<>(wanted.subjects());
        Map<String, UUID> ids = members.locked(
                found.group().galleryId, asked.stream().filter(SubjectRef::isId).toList());
        asked.removeAll(ids.keySet());
        if (!asked.isEmpty()) {
            throw Refusals.unknown("subjects", "The gallery '%s' has no subjects".formatted(found.gallery()), asked);
        }
        var externalIds = ids.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        var added = members.add(found.group(), ids.values());
        added.forEach(subject -> tell(found, externalIds.get(subject), "added"));
        return new AddedMembersView(added.size());
    }

    @Transactional
    void remove(String groupName, String subject) {
        var found = groups.findForUpdate(groupName);
        SubjectRef owner = subjects.get(galleries.open(found.gallery()), subject);
        if (!members.remove(found.group(), owner.id())) {
            throw new Problem(
                    ProblemCode.ACCESS_MEMBER_NOT_FOUND,
                    "The subject '%s' is not in the group '%s'.".formatted(subject, groupName),
                    "subject",
                    "List the members with GET /v1/access/groups/{group}/members.");
        }
        tell(found, subject, "removed");
    }

    private void tell(Groups.Found found, String subject, String outcome) {
        happenings.fire(Happening.of(Action.ACCESS_MEMBER_CHANGED)
                .in(found.gallery())
                .on(subject)
                .outcome(outcome)
                .with("group", found.group().name));
    }
}
