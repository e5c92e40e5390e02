package io.janua.access;

import io.janua.access.schedule.ScheduleTimes;
import io.janua.access.schedule.SpecialDay;
import io.janua.access.schedule.WeeklyPeriod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may change of a schedule. Lists are replaced whole. */
@Schema(name = "ScheduleContent")
record ScheduleContent(
        @Schema(nullable = true) @Size(max = 1000) String description,

        @NotNull String timeZone,

        @Size(max = 200) List<@Valid @NotNull WeeklyPeriod> weekly,

        @Size(max = 200) List<@Valid @NotNull SpecialDay> specialDays) {

    static ScheduleContent of(StoredSchedule schedule) {
        var times = schedule.content;
        return new ScheduleContent(schedule.description, times.timeZone(), times.weekly(), times.specialDays());
    }

    ScheduleTimes times() {
        return new ScheduleTimes(timeZone, weekly, specialDays);
    }
}
