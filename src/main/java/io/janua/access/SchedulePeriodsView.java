package io.janua.access;

import io.janua.access.schedule.Period;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a schedule holds on some days. */
@Schema(name = "SchedulePeriods")
record SchedulePeriodsView(
        String timeZone,

        @Schema(description = "By their beginning; one of a special day may reach into one of the next day")
        List<Period> periods) {}
