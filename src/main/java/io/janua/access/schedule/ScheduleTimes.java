package io.janua.access.schedule;

import java.util.List;

/**
 * A schedule as people write it and the database keeps it. {@link Schedule} says whether it makes sense.
 *
 * @param timeZone name of the IANA time zone database
 */
public record ScheduleTimes(String timeZone, List<WeeklyPeriod> weekly, List<SpecialDay> specialDays) {

    public ScheduleTimes {
        weekly = weekly == null ? List.of() : weekly;
        specialDays = specialDays == null ? List.of() : specialDays;
    }
}
