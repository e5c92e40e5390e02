package io.janua.access;

import io.janua.access.schedule.SpecialDay;
import io.janua.access.schedule.WeeklyPeriod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A schedule to be created. */
@Schema(name = "NewSchedule")
record NewSchedule(
        @Schema(description = "Lower-case letters, digits and hyphens", examples = "office-hours")
        @NotNull
        @Pattern(regexp = Slug.PATTERN, message = Slug.MESSAGE)
        String name,

        @Size(max = 1000) String description,

        @Schema(
                description = "Name of the IANA time zone database, whose clocks the times are of",
                examples = "Europe/Berlin")
        @NotNull
        String timeZone,

        @Schema(description = "They must not overlap") @Size(max = 200)
        List<@Valid @NotNull WeeklyPeriod> weekly,

        @Schema(description = "Where two fall on one date by their repeats, the first one in the list counts")
        @Size(max = 200)
        List<@Valid @NotNull SpecialDay> specialDays) {

    ScheduleContent content() {
        return new ScheduleContent(description, timeZone, weekly, specialDays);
    }
}
