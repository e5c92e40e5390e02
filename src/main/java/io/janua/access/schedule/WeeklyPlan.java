package io.janua.access.schedule;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sorts weekly periods by the day on which they begin, and refuses those that are in each other's way. */
final class WeeklyPlan {

    private static final int WEEK = 7 * TimeSpan.DAY;

    private WeeklyPlan() {}

    /** @param index of the period in the list that was sent */
    private record Placed(int index, DayOfWeek day, TimeSpan span) {

        /** Minutes since the beginning of Monday. */
        int begin() {
            return (day.getValue() - 1) * TimeSpan.DAY + span.from();
        }

        int end() {
            return begin() + span.until() - span.from();
        }

        @Override
        public String toString() {
            return "%s %s".formatted(day.name().toLowerCase(Locale.ROOT), span);
        }
    }

    /** @throws io.janua.problem.Problem {@code access_schedule_invalid} */
    static Map<DayOfWeek, List<TimeSpan>> of(List<WeeklyPeriod> periods) {
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            WeeklyPeriod period = periods.get(i);
            String field = "weekly[%d]".formatted(i);
            TimeSpan span = TimeSpan.of(period.from(), period.until(), field);
            for (DayOfWeek day : days(period, field)) {
                placed.add(new Placed(i, day, span));
            }
        }
        placed.sort(Comparator.comparingInt(Placed::begin));
        refuseOverlaps(placed);
        Map<DayOfWeek, List<TimeSpan>> byDay = new EnumMap<>(DayOfWeek.class);
        placed.forEach(each ->
                byDay.computeIfAbsent(each.day(), _ -> new ArrayList<>()).add(each.span()));
        return byDay;
    }

    private static EnumSet<DayOfWeek> days(WeeklyPeriod period, String field) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (Weekday day : period.days()) {
            if (!days.add(day.day())) {
                throw ScheduleProblems.invalid(
                        field + ".days", "A day is named twice.", "Name each day of the period once.");
            }
        }
        return days;
    }

    /** @param placed by their beginning */
    private static void refuseOverlaps(List<Placed> placed) {
        for (int i = 1; i < placed.size(); i++) {
            if (placed.get(i).begin() < placed.get(i - 1).end()) {
                throw overlap(placed.get(i - 1), placed.get(i));
            }
        }
        // The last one of a week may reach into the next week.
        if (!placed.isEmpty()
                && placed.getLast().end() - WEEK > placed.getFirst().begin()) {
            throw overlap(placed.getLast(), placed.getFirst());
        }
    }

    private static RuntimeException overlap(Placed one, Placed other) {
        return ScheduleProblems.invalid(
                "weekly[%d]".formatted(Math.max(one.index(), other.index())),
                "The periods %s and %s overlap.".formatted(one, other),
                "Make one period of them, or end the first one earlier.");
    }
}
