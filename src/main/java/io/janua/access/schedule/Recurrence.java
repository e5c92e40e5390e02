package io.janua.access.schedule;

import io.janua.problem.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;

/** Works an RRULE (RFC 5545, section 3.3.10) out to its days. */
final class Recurrence {

    /** A special day of today matters no longer. */
    static final int YEARS = 100;

    /** Once a month for all these years; what comes more often has to end, or belongs into the weekly periods. */
    static final int MAX_DATES = 12 * YEARS;

    private static final Set<Freq> FREQUENCIES = Set.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);

    private static final String HOW = "Write an iCalendar rule for days, such as FREQ=YEARLY or"
            + " FREQ=DAILY;UNTIL=20261231, without 'RRULE:'.";

    private Recurrence() {}

    /**
     * @param first itself one of the days
     * @param field where the rule was written, for the refusal
     * @throws Problem {@code access_schedule_invalid}
     */
    static List<LocalDate> dates(LocalDate first, String rule, String field) {
        try {
            return dates(first, parsed(rule, field), field);
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException invalid) {
            throw ScheduleProblems.invalid(field, "'%s' is no recurrence rule for days.".formatted(rule), HOW);
        }
    }

    private static RecurrenceRule parsed(String text, String field) throws InvalidRecurrenceRuleException {
        var rule = new RecurrenceRule(text, RfcMode.RFC5545_STRICT);
        if (!FREQUENCIES.contains(rule.getFreq()) || namesATime(rule)) {
            throw ScheduleProblems.invalid(
                    field, "A special day repeats after days, weeks, months or years, not within a day.", HOW);
        }
        return rule;
    }

    /** Not in a constant: the library's classes are in a circle, which must be entered by the rule. */
    private static boolean namesATime(RecurrenceRule rule) {
        return rule.hasPart(Part.BYHOUR) || rule.hasPart(Part.BYMINUTE) || rule.hasPart(Part.BYSECOND);
    }

    private static List<LocalDate> dates(LocalDate first, RecurrenceRule rule, String field) {
        List<LocalDate> dates = new ArrayList<>();
        LocalDate end = first.plusYears(YEARS);
        var days = rule.iterator(new DateTime(first.getYear(), first.getMonthValue() - 1, first.getDayOfMonth()));
        while (days.hasNext()) {
            LocalDate day = date(days.nextDateTime());
            if (!day.isBefore(end)) {
                break;
            }
            dates.add(day);
            if (dates.size() > MAX_DATES) {
                throw ScheduleProblems.invalid(
                        field,
                        "The special day comes more than %d times in %d years.".formatted(MAX_DATES, YEARS),
                        "Give the rule an end with UNTIL or COUNT, or use a weekly period.");
            }
        }
        if (dates.isEmpty() || !dates.getFirst().equals(first)) {
            throw ScheduleProblems.invalid(
                    field,
                    "The special day's own date, %s, is not one of the days that its rule gives.".formatted(first),
                    "Choose a date of the rule as 'date', or change the rule.");
        }
        return dates;
    }

    private static LocalDate date(DateTime day) {
        return LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDayOfMonth());
    }
}
