package io.janua.access.schedule;

import static io.janua.access.schedule.Weekday.MONDAY;
import static io.janua.access.schedule.Weekday.SUNDAY;
import static io.janua.access.schedule.Weekday.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schedules that contradict themselves, or name what does not exist. */
class ScheduleRefusalsTest {

    private static final String BERLIN = "Europe/Berlin";

    @ParameterizedTest
    @CsvSource({
        "8:00, 18:00, weekly[0].from",
        "24:00, 18:00, weekly[0].from",
        "08:60, 18:00, weekly[0].from",
        "08:00, 24:01, weekly[0].until",
        "08:00, 6pm, weekly[0].until",
        "08:00:00, 18:00, weekly[0].from",
        "-1:00, 18:00, weekly[0].from",
    })
    void timesThatAreNone(String from, String until, String field) {
        refused(weekly(new WeeklyPeriod(List.of(MONDAY), from, until)), field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mars/Olympus", "", "europe/berlin", "+02:00", "CEST"})
    void timeZonesThatAreNone(String zone) {
        refused(new ScheduleTimes(zone, List.of(), List.of()), "timeZone");
    }

    @Test
    void periodsThatOverlap() {
        var long_ = new WeeklyPeriod(List.of(MONDAY, TUESDAY), "08:00", "18:00");

        assertThat(refused(weekly(long_, new WeeklyPeriod(List.of(TUESDAY), "17:59", "20:00")), "weekly[1]"))
                .hasMessage("The periods tuesday 08:00-18:00 and tuesday 17:59-20:00 overlap.");
        refused(weekly(long_, new WeeklyPeriod(List.of(SUNDAY), "22:00", "08:01")), "weekly[1]");
        refused(weekly(new WeeklyPeriod(List.of(MONDAY, TUESDAY), "22:00", "22:01"), long_, long_), "weekly[2]");
        refused(
                weekly(
                        new WeeklyPeriod(List.of(MONDAY), "22:00", "08:01"),
                        new WeeklyPeriod(List.of(TUESDAY), "08:00", "09:00")),
                "weekly[1]");
        assertThatNoException()
                .isThrownBy(() -> Schedule.of(weekly(
                        long_,
                        new WeeklyPeriod(List.of(MONDAY), "18:00", "08:00"),
                        new WeeklyPeriod(List.of(SUNDAY), "08:00", "08:00"))));
    }

    @Test
    void aDayThatIsNamedTwice() {
        refused(weekly(new WeeklyPeriod(List.of(MONDAY, MONDAY), "08:00", "09:00")), "weekly[0].days");
    }

    @Test
    void periodsOfASpecialDayThatOverlap() {
        refused(
                special(new SpecialDay(
                        "Eve",
                        "2026-12-24",
                        null,
                        List.of(new DayPeriod("08:00", "12:00"), new DayPeriod("11:00", "13:00")))),
                "specialDays[0].periods");
    }

    @Test
    void specialDaysOnOneDate() {
        refused(
                special(
                        new SpecialDay("Eve", "2026-12-24", null, List.of()),
                        new SpecialDay("Inventory", "2026-12-24", null, List.of())),
                "specialDays[1].date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2027-02-29", "24.12.2026", "0000-01-01", "+999999-01-01", ""})
    void datesThatAreNone(String date) {
        refused(special(new SpecialDay("Never", date, null, List.of())), "specialDays[0].date");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SOMETIMES",
                "YEARLY",
                "RRULE:FREQ=YEARLY",
                "FREQ=YEARLY;COUNT=0",
                "FREQ=YEARLY;COUNT=2;UNTIL=20301224",
                "FREQ=YEARLY;UNTIL=20301224T120000Z",
                "FREQ=YEARLY;INTERVAL=0",
                "FREQ=YEARLY;BYMONTH=13",
                "FREQ=YEARLY;BYHOUR=12",
                "FREQ=HOURLY",
                "FREQ=MINUTELY;COUNT=2",
                "FREQ=SECONDLY",
                "FREQ=DAILY",
                "FREQ=WEEKLY",
                "FREQ=DAILY;COUNT=1000000",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4",
                "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25",
                "FREQ=YEARLY;UNTIL=20251224",
                "FREQ=YEARLY;FREQ=DAILY",
            })
    void rulesThatAreInvalidOrEndlessOrNeverGiveTheDateItself(String rule) {
        Instant begin = Instant.now();

        Problem problem =
                refused(special(new SpecialDay("Eve", "2026-12-24", rule, List.of())), "specialDays[0].repeats");

        assertThat(problem.remedy()).isNotBlank();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aRuleOfManyYearsIsTaken() {
        assertThatNoException()
                .isThrownBy(() -> Schedule.of(
                        special(new SpecialDay("Comet", "2026-12-24", "FREQ=YEARLY;INTERVAL=1000000", List.of()))));
    }

    @Test
    void specialDaysOnMoreThanTenThousandDates() {
        var days = new ArrayList<SpecialDay>();
        // Each comes 1200 times in its hundred years.
        for (int i = 1; i <= 8; i++) {
            days.add(new SpecialDay("Day " + i, "2026-01-0" + i, "FREQ=MONTHLY", List.of()));
        }
        days.add(new SpecialDay("Rest", "2026-01-09", "FREQ=MONTHLY;COUNT=400", List.of()));
        assertThatNoException().isThrownBy(() -> Schedule.of(special(days.toArray(SpecialDay[]::new))));
        // On a date that has a special day already.
        days.add(new SpecialDay("Holiday", "2026-02-01", null, List.of()));
        assertThatNoException().isThrownBy(() -> Schedule.of(special(days.toArray(SpecialDay[]::new))));
        days.add(new SpecialDay("Picnic", "2026-01-10", "FREQ=YEARLY;COUNT=1", List.of()));

        Problem problem = refused(special(days.toArray(SpecialDay[]::new)), "specialDays[10].repeats");

        assertThat(problem).hasMessage("The special days come on more than 10000 dates.");
        assertThat(problem.remedy()).isNotBlank();
    }

    private static ScheduleTimes weekly(WeeklyPeriod... periods) {
        return new ScheduleTimes(BERLIN, List.of(periods), List.of());
    }

    private static ScheduleTimes special(SpecialDay... days) {
        return new ScheduleTimes(BERLIN, List.of(), List.of(days));
    }

    private static Problem refused(ScheduleTimes times, String field) {
        Problem problem = catchThrowableOfType(Problem.class, () -> Schedule.of(times));
        assertThat(problem).as("a refusal of %s", times).isNotNull();
        assertThat(problem.code()).isEqualTo(ProblemCode.ACCESS_SCHEDULE_INVALID);
        assertThat(problem.field()).contains(field);
        return problem;
    }
}
