package io.janua.access.schedule;

import static io.janua.access.schedule.Weekday.FRIDAY;
import static io.janua.access.schedule.Weekday.MONDAY;
import static io.janua.access.schedule.Weekday.SATURDAY;
import static io.janua.access.schedule.Weekday.SUNDAY;
import static io.janua.access.schedule.Weekday.THURSDAY;
import static io.janua.access.schedule.Weekday.TUESDAY;
import static io.janua.access.schedule.Weekday.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    private static final String BERLIN = "Europe/Berlin";
    private static final List<Weekday> ALL_DAYS = List.of(Weekday.values());
    private static final List<Weekday> WORKING_DAYS = List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-11-02T06:59:59Z, false", // Monday, a second before 08:00
        "2026-11-02T07:00:00Z, true",
        "2026-11-02T16:59:59.999Z, true",
        "2026-11-02T17:00:00Z, false", // 18:00 does not belong to it
        "2026-11-07T11:00:00Z, false", // Saturday
        "2026-07-01T06:00:00Z, true", // summer time
        "1969-12-31T12:00:00Z, true",
    })
    void holds_onWorkingDaysByTheClockOnTheWall(Instant instant, boolean expected) {
        Schedule schedule = weekly(BERLIN, WORKING_DAYS, "08:00", "18:00");

        assertThat(schedule.holds(instant)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-11-06T20:59:00Z, false", // Friday 21:59
        "2026-11-06T21:00:00Z, true",
        "2026-11-07T04:59:00Z, true", // Saturday 05:59
        "2026-11-07T05:00:00Z, false",
        "2026-11-08T21:30:00Z, false", // Sunday night
    })
    void holds_overMidnightIntoADayThatIsNotNamed(Instant instant, boolean expected) {
        Schedule schedule = weekly(BERLIN, List.of(FRIDAY), "22:00", "06:00");

        assertThat(schedule.holds(instant)).isEqualTo(expected);
    }

    @Test
    void holds_theWholeWeekWithPeriodsThatTouch() {
        Schedule schedule = weekly(BERLIN, ALL_DAYS, "00:00", "24:00");

        assertThat(everyQuarterHour("2026-01-01", "2027-01-01", BERLIN)).allMatch(schedule::holds);
    }

    @Test
    void holds_aDayLongWhereBothTimesAreTheSame() {
        Schedule schedule = weekly(BERLIN, List.of(MONDAY), "08:00", "08:00");

        assertThat(schedule.periods(LocalDate.parse("2026-11-02"), LocalDate.parse("2026-11-09")))
                .containsExactly(period("2026-11-02T07:00:00Z", "2026-11-03T07:00:00Z"));
    }

    /** Clocks of Berlin: 2026-03-29 02:00 to 03:00 is left out, 2026-10-25 02:00 to 03:00 comes twice. */
    @ParameterizedTest(name = "{0} {1}-{2}: {3} to {4}")
    @CsvSource({
        "2026-03-29, 01:00, 04:00, 2026-03-29T00:00:00Z, 2026-03-29T02:00:00Z",
        "2026-03-29, 02:00, 03:00, 2026-03-29T01:00:00Z, 2026-03-29T01:00:00Z",
        "2026-03-29, 02:30, 03:30, 2026-03-29T01:30:00Z, 2026-03-29T01:30:00Z",
        "2026-03-29, 02:30, 05:00, 2026-03-29T01:30:00Z, 2026-03-29T03:00:00Z",
        "2026-03-29, 01:30, 02:30, 2026-03-29T00:30:00Z, 2026-03-29T01:30:00Z",
        "2026-03-29, 02:15, 02:45, 2026-03-29T01:15:00Z, 2026-03-29T01:45:00Z",
        "2026-10-25, 01:00, 04:00, 2026-10-24T23:00:00Z, 2026-10-25T03:00:00Z",
        "2026-10-25, 02:30, 03:30, 2026-10-25T00:30:00Z, 2026-10-25T02:30:00Z",
        "2026-10-25, 02:15, 02:45, 2026-10-25T00:15:00Z, 2026-10-25T00:45:00Z",
        "2026-10-25, 01:30, 02:30, 2026-10-24T23:30:00Z, 2026-10-25T00:30:00Z",
        "2026-10-25, 22:00, 06:00, 2026-10-25T21:00:00Z, 2026-10-26T05:00:00Z",
    })
    void nightsOfBerlinInWhichTheClocksChange(LocalDate day, String from, String until, Instant begin, Instant end) {
        assertNight(BERLIN, day, from, until, begin, end);
    }

    /** Clocks of New York: 2026-03-08 02:00 to 03:00 is left out, 2026-11-01 01:00 to 02:00 comes twice. */
    @ParameterizedTest(name = "{0} {1}-{2}: {3} to {4}")
    @CsvSource({
        "2026-03-08, 01:30, 03:30, 2026-03-08T06:30:00Z, 2026-03-08T07:30:00Z",
        "2026-03-08, 02:30, 03:30, 2026-03-08T07:30:00Z, 2026-03-08T07:30:00Z",
        "2026-03-08, 02:30, 04:30, 2026-03-08T07:30:00Z, 2026-03-08T08:30:00Z",
        "2026-11-01, 00:30, 01:30, 2026-11-01T04:30:00Z, 2026-11-01T05:30:00Z",
        "2026-11-01, 01:30, 02:30, 2026-11-01T05:30:00Z, 2026-11-01T07:30:00Z",
    })
    void nightsOfNewYorkInWhichTheClocksChange(LocalDate day, String from, String until, Instant begin, Instant end) {
        assertNight("America/New_York", day, from, until, begin, end);
    }

    /** Clocks of Lord Howe: 2026-10-04 02:00 to 02:30 is left out, 2026-04-05 01:30 to 02:00 comes twice. */
    @ParameterizedTest(name = "{0} {1}-{2}: {3} to {4}")
    @CsvSource({
        "2026-10-04, 01:00, 03:00, 2026-10-03T14:30:00Z, 2026-10-03T16:00:00Z",
        "2026-10-04, 02:15, 03:15, 2026-10-03T15:45:00Z, 2026-10-03T16:15:00Z",
        "2026-10-04, 02:15, 02:45, 2026-10-03T15:45:00Z, 2026-10-03T15:45:00Z",
        "2026-04-05, 01:45, 02:15, 2026-04-04T14:45:00Z, 2026-04-04T15:45:00Z",
        "2026-04-05, 01:00, 01:45, 2026-04-04T14:00:00Z, 2026-04-04T14:45:00Z",
    })
    void nightsOfLordHoweInWhichTheClocksChangeByHalfAnHour(
            LocalDate day, String from, String until, Instant begin, Instant end) {
        assertNight("Australia/Lord_Howe", day, from, until, begin, end);
    }

    @Test
    void aDayThatAZoneLeavesOutDoesNoHarm() {
        // Samoa went from the 29th to the 31st of December 2011.
        Schedule schedule = weekly("Pacific/Apia", ALL_DAYS, "08:00", "10:00");

        assertThat(schedule.periods(LocalDate.parse("2011-12-29"), LocalDate.parse("2012-01-01")))
                .extracting(period -> LocalDateTime.ofInstant(period.from(), ZoneId.of("Pacific/Apia"))
                        .toString())
                .containsExactly("2011-12-29T08:00", "2011-12-31T08:00", "2011-12-31T08:00");
        assertThat(schedule.holds(Instant.parse("2011-12-30T18:30:00Z"))).isTrue();
    }

    @Test
    void clocksThatGoBackOverMidnightFindTheirPeriodAgain() {
        // St. John's: 2010-11-07 00:01 was followed by 2010-11-06 23:01.
        Schedule schedule = weekly("America/St_Johns", List.of(SUNDAY), "00:00", "02:00");

        assertThat(schedule.holds(Instant.parse("2010-11-07T02:30:30Z"))).isTrue();
        assertThat(schedule.holds(Instant.parse("2010-11-07T02:45:00Z"))).isTrue();
        assertThat(schedule.holds(Instant.parse("2010-11-07T02:29:59Z"))).isFalse();
    }

    @Test
    void holds_andPeriodsSayTheSame() {
        Schedule schedule = Schedule.of(new ScheduleTimes(
                BERLIN,
                List.of(
                        new WeeklyPeriod(WORKING_DAYS, "06:00", "14:30"),
                        new WeeklyPeriod(List.of(FRIDAY, SATURDAY), "22:00", "03:15")),
                List.of(
                        day("Summer night", "2026-03-28", null, new DayPeriod("23:00", "03:30")),
                        day("Closed", "2026-10-23", "FREQ=DAILY;COUNT=3"))));
        var periods = schedule.periods(LocalDate.parse("2026-01-01"), LocalDate.parse("2027-01-01"));

        everyQuarterHour("2026-01-01", "2027-01-01", BERLIN).forEach(instant -> assertThat(schedule.holds(instant))
                .as(instant.toString())
                .isEqualTo(periods.stream().anyMatch(period -> period.contains(instant))));
    }

    @Test
    void aSpecialDayReplacesWhatBeginsOnIt() {
        Schedule schedule = Schedule.of(new ScheduleTimes(
                BERLIN,
                List.of(new WeeklyPeriod(ALL_DAYS, "20:00", "04:00")),
                List.of(day("Christmas Eve", "2026-12-24", null, new DayPeriod("10:00", "14:00")))));

        assertThat(schedule.periods(LocalDate.parse("2026-12-24"), LocalDate.parse("2026-12-26")))
                .containsExactly(
                        period("2026-12-23T19:00:00Z", "2026-12-24T03:00:00Z"),
                        new Period(
                                Instant.parse("2026-12-24T09:00:00Z"),
                                Instant.parse("2026-12-24T13:00:00Z"),
                                "Christmas Eve"),
                        period("2026-12-25T19:00:00Z", "2026-12-26T03:00:00Z"));
        assertThat(schedule.holds(Instant.parse("2026-12-24T22:00:00Z"))).isFalse();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-12-25 | FREQ=YEARLY | 2026-12-25 2027-12-25 2090-12-25",
                "2028-02-29 | FREQ=YEARLY | 2028-02-29 2032-02-29 2096-02-29",
                "2028-02-29 | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1 | 2028-02-29 2029-02-28 2032-02-29",
                "2026-11-26 | FREQ=YEARLY;BYMONTH=11;BYDAY=4TH | 2026-11-26 2027-11-25 2028-11-23",
                "2026-05-25 | FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO | 2026-05-25 2027-05-31 2028-05-29",
                "2026-01-30 | FREQ=MONTHLY;BYMONTHDAY=30 | 2026-01-30 2026-03-30 2026-04-30",
                "2026-07-27 | FREQ=DAILY;COUNT=14 | 2026-07-27 2026-08-09",
                "2026-07-27 | FREQ=DAILY;UNTIL=20260809 | 2026-07-27 2026-08-09",
                "2026-07-27 | FREQ=WEEKLY;INTERVAL=2;UNTIL=20261231 | 2026-07-27 2026-08-10 2026-12-28",
            })
    void aSpecialDayComesAgainByItsRule(String date, String rule, String closedOn) {
        Schedule schedule = closed(date, rule);

        assertThat(closedOn.split(" "))
                .allSatisfy(day -> assertThat(schedule.holds(noon(day))).as(day).isFalse());
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2028-02-29 | FREQ=YEARLY | 2029-02-28 2029-03-01 2028-02-28",
                "2026-12-25 | FREQ=YEARLY | 2025-12-25 2026-12-24 2026-12-26",
                "2026-07-27 | FREQ=DAILY;COUNT=14 | 2026-08-10 2026-07-26",
                "2026-07-27 | FREQ=DAILY;UNTIL=20260809 | 2026-08-10",
                "2026-01-30 | FREQ=MONTHLY;BYMONTHDAY=30 | 2026-02-28 2026-03-02",
            })
    void aSpecialDayComesOnNoOtherDay(String date, String rule, String openOn) {
        Schedule schedule = closed(date, rule);

        assertThat(openOn.split(" "))
                .allSatisfy(day -> assertThat(schedule.holds(noon(day))).as(day).isTrue());
    }

    @Test
    void whereRepeatsMeetTheFirstOneInTheListCounts() {
        Schedule schedule = Schedule.of(new ScheduleTimes(
                BERLIN,
                List.of(),
                List.of(
                        day("First Monday", "2026-06-01", "FREQ=MONTHLY;BYDAY=1MO", new DayPeriod("10:00", "12:00")),
                        day("Holiday", "2025-09-07", "FREQ=YEARLY"))));

        assertThat(schedule.at(Instant.parse("2026-09-07T08:30:00Z")))
                .map(Period::specialDay)
                .contains("First Monday");
    }

    @Test
    void next_isTheNextBeginning() {
        Schedule schedule = closedWith(
                List.of(new WeeklyPeriod(WORKING_DAYS, "08:00", "18:00")),
                day("Holidays", "2026-12-21", "FREQ=DAILY;UNTIL=20270103"));

        assertThat(schedule.next(Instant.parse("2026-12-18T09:00:00Z")))
                .map(Period::from)
                .contains(Instant.parse("2027-01-04T07:00:00Z"));
        assertThat(weekly(BERLIN, List.of(MONDAY), "08:00", "09:00").next(Instant.parse("2026-11-02T06:59:59Z")))
                .map(Period::from)
                .contains(Instant.parse("2026-11-02T07:00:00Z"));
        assertThat(closedWith(List.of()).next(Instant.parse("2026-12-18T09:00:00Z")))
                .isEmpty();
    }

    @Test
    void times_keepTheirFormInJson() throws JsonProcessingException {
        var json = new ObjectMapper();
        var times = new ScheduleTimes(
                BERLIN,
                List.of(new WeeklyPeriod(List.of(MONDAY, FRIDAY), "08:00", "24:00")),
                List.of(
                        day("Eve", "2026-12-24", "FREQ=YEARLY", new DayPeriod("08:00", "12:00")),
                        day("Day", "2026-12-25", null)));

        String written = json.writeValueAsString(times);

        assertThat(written)
                .contains("\"days\":[\"monday\",\"friday\"]", "\"until\":\"24:00\"", "\"date\":\"2026-12-24\"");
        assertThat(json.readValue(written, ScheduleTimes.class)).isEqualTo(times);
    }

    @Test
    void of_worksOutManySpecialDaysInTime() {
        var days = Stream.iterate(1, number -> number + 1)
                .limit(8)
                .map(number -> day("Day " + number, "2026-01-%02d".formatted(number), "FREQ=MONTHLY"))
                .toList();
        Instant begin = Instant.now();

        Schedule schedule = Schedule.of(new ScheduleTimes(BERLIN, List.of(), days));

        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(15));
        assertThat(schedule.holds(noon("2100-01-08"))).isFalse();
    }

    private static void assertNight(String zone, LocalDate day, String from, String until, Instant begin, Instant end) {
        Schedule schedule = Schedule.of(new ScheduleTimes(
                zone, List.of(), List.of(day("The night", day.toString(), null, new DayPeriod(from, until)))));

        var periods = schedule.periods(day, day.plusDays(1));

        if (!end.isAfter(begin)) {
            assertThat(periods).isEmpty();
            assertThat(schedule.holds(begin)).isFalse();
            return;
        }
        assertThat(periods).containsExactly(new Period(begin, end, "The night"));
        assertThat(schedule.holds(begin)).isTrue();
        assertThat(schedule.holds(end.minusMillis(1))).isTrue();
        assertThat(schedule.holds(begin.minusMillis(1))).isFalse();
        assertThat(schedule.holds(end)).isFalse();
    }

    private static Schedule weekly(String zone, List<Weekday> days, String from, String until) {
        return Schedule.of(new ScheduleTimes(zone, List.of(new WeeklyPeriod(days, from, until)), List.of()));
    }

    /** Open every day but the special one and its repeats. */
    private static Schedule closed(String date, String rule) {
        return closedWith(List.of(new WeeklyPeriod(ALL_DAYS, "00:00", "24:00")), day("Closed", date, rule));
    }

    private static Schedule closedWith(List<WeeklyPeriod> weekly, SpecialDay... days) {
        return Schedule.of(new ScheduleTimes(BERLIN, weekly, List.of(days)));
    }

    private static SpecialDay day(String name, String date, String rule, DayPeriod... periods) {
        return new SpecialDay(name, date, rule, List.of(periods));
    }

    private static Period period(String from, String until) {
        return new Period(Instant.parse(from), Instant.parse(until), null);
    }

    private static Instant noon(String date) {
        return LocalDate.parse(date).atTime(12, 0).atZone(ZoneId.of(BERLIN)).toInstant();
    }

    private static Stream<Instant> everyQuarterHour(String from, String until, String zone) {
        Instant end = LocalDate.parse(until).atStartOfDay(ZoneId.of(zone)).toInstant();
        return Stream.iterate(
                LocalDate.parse(from).atStartOfDay(ZoneId.of(zone)).toInstant(),
                instant -> instant.isBefore(end),
                instant -> instant.plus(Duration.ofMinutes(15)));
    }
}
