package io.janua.access;

import io.janua.access.schedule.SpecialDay;
import io.janua.access.schedule.WeeklyPeriod;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Schedule")
record ScheduleView(
        String name,
        @Nullable String description,
        String timeZone,
        List<WeeklyPeriod> weekly,
        List<SpecialDay> specialDays,

        @Schema(description = "How many rules name it, in galleries that the caller may use")
        long rules,

        Instant createdAt) {

    static ScheduleView from(StoredSchedule schedule, long rules) {
        var times = schedule.content;
        return new ScheduleView(
                schedule.name,
                schedule.description,
                times.timeZone(),
                times.weekly(),
                times.specialDays(),
                rules,
                schedule.createdAt);
    }
}
