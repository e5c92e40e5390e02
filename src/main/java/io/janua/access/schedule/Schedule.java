package io.janua.access.schedule;

import io.janua.problem.Problem;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a rule holds: periods of every week, and special days that have other ones.
 *
 * <p>Times are those of the clock on the wall in the schedule's time zone, and are read as iCalendar reads them (RFC
 * 5545, section 3.3.5), each end of a period by itself:
 *
 * <ul>
 *   <li>A time that the clocks pass over in spring is counted by the offset before: where 02:00 to 03:00 is left out, a
 *       period from 02:30 begins at 03:30, and one from 02:30 to 03:30 does not take place that night.
 *   <li>A time that comes twice in autumn is the first of the two: a period from 02:30 to 03:30 lasts two hours that
 *       night, and one from 02:15 to 02:45 is over before the clocks go back.
 * </ul>
 *
 * <p>A special day replaces the weekly periods that begin on it; what began the day before goes on over midnight. It
 * repeats by an RRULE for {@value Recurrence#YEARS} years after its date.
 *
 * <p>It is worked out once, when it is made, and then answers without looking further than some days around the instant.
 */
public final class Schedule {

    private static final int MAX_YEAR = 9000;
    private static final int SEARCH_DAYS = 366;

    /** All special days together: compiled schedules are kept in memory. */
    private static final int MAX_SPECIAL_DATES = 10_000;

    private final ZoneId zone;
    private final Map<DayOfWeek, List<TimeSpan>> weekly;
    private final Map<LocalDate, Special> specialDays;

    private Schedule(ZoneId zone, Map<DayOfWeek, List<TimeSpan>> weekly, Map<LocalDate, Special> specialDays) {
        this.zone = zone;
        this.weekly = weekly;
        this.specialDays = specialDays;
    }

    private record Special(String name, List<TimeSpan> spans) {}

    /** @throws Problem {@code access_schedule_invalid} */
    public static Schedule of(ScheduleTimes times) {
        return new Schedule(zone(times.timeZone()), WeeklyPlan.of(times.weekly()), specialDays(times.specialDays()));
    }

    public ZoneId zone() {
        return zone;
    }

    public boolean holds(Instant instant) {
        return at(instant).isPresent();
    }

    /** The period to which the instant belongs. */
    public Optional<Period> at(Instant instant) {
        return around(instant).filter(period -> period.contains(instant)).findFirst();
    }

    /** The first period that begins after the instant, within a year. */
    public Optional<Period> next(Instant after) {
        LocalDate today = LocalDate.ofInstant(after, zone);
        return Stream.iterate(-1, offset -> offset + 1)
                .limit(SEARCH_DAYS)
                .flatMap(offset -> of(today.plusDays(offset)))
                .filter(period -> period.from().isAfter(after))
                .findFirst();
    }

    /**
     * The periods of some days, in order: those that begin on them, and what is left of the day before.
     *
     * @param until the first day that is not asked for
     */
    public List<Period> periods(LocalDate from, LocalDate until) {
        Instant begin = from.atStartOfDay(zone).toInstant();
        return from.minusDays(1)
                .datesUntil(until)
                .flatMap(this::of)
                .filter(period -> period.until().isAfter(begin))
                .sorted(Comparator.comparing(Period::from))
                .toList();
    }

    /** A whole day can be left out, and a date come twice, where a zone changes sides or its clocks at midnight. */
    private Stream<Period> around(Instant instant) {
        LocalDate today = LocalDate.ofInstant(instant, zone);
        return Stream.of(-2, -1, 0, 1).flatMap(offset -> of(today.plusDays(offset)));
    }

    private Stream<Period> of(LocalDate day) {
        Special special = specialDays.get(day);
        var spans = special == null ? weekly.getOrDefault(day.getDayOfWeek(), List.of()) : special.spans();
        String name = special == null ? null : special.name();
        return spans.stream().map(span -> span.on(day, zone, name)).filter(period -> period.until()
                .isAfter(period.from()));
    }

    private static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw ScheduleProblems.invalid(
                    "timeZone",
                    "'%s' is no time zone.".formatted(name),
                    "Name one of the IANA time zone database, such as Europe/Berlin.");
        }
        return ZoneId.of(name);
    }

    private static Map<LocalDate, Special> specialDays(List<SpecialDay> days) {
        Map<LocalDate, Special> all = new HashMap<>();
        Map<LocalDate, SpecialDay> named = new HashMap<>();
        for (int i = 0; i < days.size(); i++) {
            String field = "specialDays[%d]".formatted(i);
            SpecialDay day = days.get(i);
            LocalDate date = date(day.date(), field + ".date");
            SpecialDay same = named.put(date, day);
            if (same != null) {
                throw ScheduleProblems.invalid(
                        field + ".date",
                        "'%s' and '%s' are on the same date, %s.".formatted(same.name(), day.name(), date),
                        "Make one special day of them.");
            }
            var special = new Special(day.name(), spans(day.periods(), field));
            var dates =
                    day.repeats() == null ? List.of(date) : Recurrence.dates(date, day.repeats(), field + ".repeats");
            // Where repeats of two fall on one date, the first one in the list counts.
            dates.forEach(each -> all.putIfAbsent(each, special));
            if (all.size() > MAX_SPECIAL_DATES) {
                throw ScheduleProblems.invalid(
                        field + ".repeats",
                        "The special days come on more than %d dates.".formatted(MAX_SPECIAL_DATES),
                        "End some of the rules earlier with UNTIL or COUNT.");
            }
        }
        return all;
    }

    private static List<TimeSpan> spans(List<DayPeriod> periods, String field) {
        List<TimeSpan> spans = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            DayPeriod period = periods.get(i);
            spans.add(TimeSpan.of(period.from(), period.until(), "%s.periods[%d]".formatted(field, i)));
        }
        TimeSpan.overlapping(spans).ifPresent(span -> {
            throw ScheduleProblems.invalid(
                    field + ".periods",
                    "The period %s overlaps with another one of the day.".formatted(span),
                    "Make one period of them.");
        });
        return List.copyOf(spans);
    }

    private static LocalDate date(String text, String field) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() > 0 && date.getYear() <= MAX_YEAR) {
                return date;
            }
        } catch (DateTimeException malformed) {
            // Told below, as a year that nobody means is.
        }
        throw ScheduleProblems.invalid(
                field, "'%s' is no date.".formatted(text), "Write year, month and day, as in 2026-12-24.");
    }
}
