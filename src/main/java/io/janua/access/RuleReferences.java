package io.janua.access;

import io.janua.gallery.GalleryRef;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what a rule names, and keeps it until the transaction ends. */
@ApplicationScoped
class RuleReferences {

    private final GroupRepository groups;
    private final PointRepository points;
    private final ScheduleRepository schedules;
    private final GalleryScope scope;

    RuleReferences(GroupRepository groups, PointRepository points, ScheduleRepository schedules, GalleryScope scope) {
        this.groups = groups;
        this.points = points;
        this.schedules = schedules;
        this.scope = scope;
    }

    /**
     * @param schedule null for always
     * @param escort null without
     */
    record Resolved(List<UUID> groups, List<UUID> points, UUID schedule, UUID escort) {}

    /** What is named, and in which gallery it is. */
    private record Target(String name, UUID id, UUID gallery) {}

    /** What one field of a rule names. */
    private record Field(String name, String what, Collection<String> names, Map<String, Target> found) {

        List<String> unknown() {
            return names.stream().filter(name -> !found.containsKey(name)).toList();
        }

        List<String> foreignTo(GalleryRef gallery) {
            return names.stream()
                    .filter(name -> !found.get(name).gallery().equals(gallery.id()))
                    .toList();
        }

        List<UUID> ids() {
            return names.stream().map(name -> found.get(name).id()).toList();
        }
    }

    /** @throws Problem {@code access_reference_unknown} or {@code access_rule_conflict}, with all names that are wrong */
    Resolved resolve(GalleryRef gallery, RuleContent rule) {
        var escorts = Optional.ofNullable(rule.demands().escort())
                .map(escort -> List.of(escort.group()))
                .orElse(List.of());
        var schedule = Optional.ofNullable(rule.schedule());
        Set<String> groupNames = new LinkedHashSet<>(rule.groups());
        groupNames.addAll(escorts);
        var foundGroups = groups.kept(groupNames).stream()
                .map(group -> new Target(group.name, group.id, group.galleryId))
                .toList();
        var foundPoints = points.kept(rule.points()).stream()
                .map(point -> new Target(point.name, point.id, point.galleryId))
                .toList();
        // A schedule is of no gallery, so of this one too.
        var foundSchedules = schedule.flatMap(schedules::kept).stream()
                .map(found -> new Target(found.name, found.id, gallery.id()))
                .toList();
        var inGroups = new Field("groups", "group", rule.groups(), seen(foundGroups));
        var inPoints = new Field("points", "access point", rule.points(), seen(foundPoints));
        var inEscorts = new Field("demands.escort.group", "group", escorts, seen(foundGroups));
        var inSchedule = new Field("schedule", "schedule", schedule.stream().toList(), byName(foundSchedules));
        var all = List.of(inGroups, inPoints, inEscorts, inSchedule);
        refuseUnknown(all);
        refuseForeign(all, gallery);
        return new Resolved(
                inGroups.ids(),
                inPoints.ids(),
                inSchedule.ids().stream().findFirst().orElse(null),
                inEscorts.ids().stream().findFirst().orElse(null));
    }

    private static void refuseUnknown(List<Field> fields) {
        var wrong = fields.stream().filter(field -> !field.unknown().isEmpty()).toList();
        if (!wrong.isEmpty()) {
            throw Refusals.unknown(
                    wrong.getFirst().name(),
                    "There is no " + wrong.stream().map(Field::what).distinct().collect(Collectors.joining(" and no ")),
                    wrong.stream()
                            .flatMap(field -> field.unknown().stream())
                            .distinct()
                            .toList());
        }
    }

    private static void refuseForeign(List<Field> fields, GalleryRef gallery) {
        List<String> foreign = new ArrayList<>();
        fields.forEach(field -> foreign.addAll(field.foreignTo(gallery)));
        if (!foreign.isEmpty()) {
            throw new Problem(
                            ProblemCode.ACCESS_RULE_CONFLICT,
                            "Not in the rule's gallery '%s': %s.".formatted(gallery.name(), String.join(", ", foreign)),
                            fields.stream()
                                    .filter(field -> !field.foreignTo(gallery).isEmpty())
                                    .findFirst()
                                    .map(Field::name)
                                    .orElse(null),
                            "Name groups and access points of this gallery, or make a rule for each gallery.")
                    .with("names", foreign.stream().distinct().toList());
        }
    }

    /** Of what the caller may know of. */
    private Map<String, Target> seen(List<Target> found) {
        var galleries = scope.names(found.stream().map(Target::gallery).toList());
        return byName(found.stream()
                .filter(target -> scope.mayUse(galleries.get(target.gallery())))
                .toList());
    }

    private static Map<String, Target> byName(List<Target> found) {
        return found.stream().collect(Collectors.toMap(Target::name, Function.identity()));
    }
}
