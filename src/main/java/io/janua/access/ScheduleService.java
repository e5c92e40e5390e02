package io.janua.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.janua.access.schedule.Schedule;
import io.janua.event.Happening;
import io.janua.http.MergePatch;
import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

/** Creates, changes and lists schedules, and works out when they hold. */
@ApplicationScoped
class ScheduleService {

    private static final String LIST = "access-schedules";

    private final ScheduleRepository schedules;
    private final RuleNames rules;
    private final GalleryScope scope;
    private final Caller caller;
    private final MergePatch mergePatch;
    private final Event<Happening> happenings;

    ScheduleService(
            ScheduleRepository schedules,
            RuleNames rules,
            GalleryScope scope,
            Caller caller,
            MergePatch mergePatch,
            Event<Happening> happenings) {
        this.schedules = schedules;
        this.rules = rules;
        this.scope = scope;
        this.caller = caller;
        this.mergePatch = mergePatch;
        this.happenings = happenings;
    }

    @Transactional
    ScheduleView create(NewSchedule wanted) {
        refuseIfLimited();
        StoredSchedule schedule = new StoredSchedule();
        schedule.name = wanted.name();
        schedule.createdAt = Instant.now();
        describe(schedule, wanted.content());
        try {
            schedules.persistAndFlush(schedule);
        } catch (ConstraintViolationException taken) {
            throw new Problem(
                    ProblemCode.ACCESS_SCHEDULE_EXISTS,
                    "There is a schedule '%s' already.".formatted(wanted.name()),
                    "name",
                    "Choose another name, or use the schedule that exists.");
        }
        happenings.fire(Configured.SCHEDULE.created(null, schedule.name));
        return ScheduleView.from(schedule, 0);
    }

    @Transactional
    Page<ScheduleView> list(PageQuery query) {
        var found = schedules.after(query.lastKey(LIST).orElse(""), query.size() + 1);
        return Page.of(LIST, views(found), query.size(), ScheduleView::name);
    }

    @Transactional
    ScheduleView get(String name) {
        return view(find(name));
    }

    @Transactional
    SchedulePeriodsView periods(String name, PeriodQuery query) {
        query.check();
        StoredSchedule found = find(name);
        return new SchedulePeriodsView(
                found.content.timeZone(), Schedule.of(found.content).periods(query.from, query.until));
    }

    @Transactional
    ScheduleView change(String name, JsonNode patch) {
        refuseIfLimited();
        StoredSchedule schedule = findForUpdate(name);
        var before = ScheduleContent.of(schedule);
        describe(schedule, mergePatch.apply(before, patch, ScheduleContent.class));
        happenings.fire(Configured.SCHEDULE.changed(null, name, before, ScheduleContent.of(schedule)));
        return view(schedule);
    }

    @Transactional
    void delete(String name) {
        refuseIfLimited();
        StoredSchedule schedule = findForUpdate(name);
        var naming = rules.namingSchedule(schedule.id);
        if (!naming.isEmpty()) {
            throw new Problem(
                            ProblemCode.ACCESS_SCHEDULE_IN_USE,
                            "Rules name the schedule '%s': %s.".formatted(name, String.join(", ", naming)),
                            "schedule",
                            "Give these rules another schedule first, or delete them.")
                    .with("rules", naming);
        }
        schedules.delete(schedule);
        happenings.fire(Configured.SCHEDULE.deleted(null, name));
    }

    private static void describe(StoredSchedule schedule, ScheduleContent content) {
        var times = content.times();
        // Made to be refused where it makes no sense.
        Schedule.of(times);
        schedule.description = content.description();
        schedule.content = times;
    }

    private ScheduleView view(StoredSchedule schedule) {
        return views(List.of(schedule)).getFirst();
    }

    private List<ScheduleView> views(List<StoredSchedule> found) {
        var counts = rules.countsOfSchedules(
                found.stream().map(schedule -> schedule.id).toList(), scope.ids(Optional.empty()));
        return found.stream()
                .map(schedule -> ScheduleView.from(schedule, counts.getOrDefault(schedule.id, 0L)))
                .toList();
    }

    private StoredSchedule find(String name) {
        return schedules.named(name).orElseThrow(() -> notFound(name));
    }

    private StoredSchedule findForUpdate(String name) {
        return schedules.namedForUpdate(name).orElseThrow(() -> notFound(name));
    }

    private void refuseIfLimited() {
        caller.refuseIfLimited(
                "Schedules are for the rules of every gallery, so a key that is limited to some cannot change them.",
                "Use a key without 'galleries'.");
    }

    private static Problem notFound(String name) {
        return new Problem(
                ProblemCode.ACCESS_SCHEDULE_NOT_FOUND,
                "There is no schedule '%s'.".formatted(name),
                "schedule",
                "Create it with POST /v1/access/schedules, or list them with GET /v1/access/schedules.");
    }
}
