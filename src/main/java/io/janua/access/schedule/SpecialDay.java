package io.janua.access.schedule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A day with times of its own, such as a holiday. */
@Schema(name = "SpecialDay")
public record SpecialDay(
        @Schema(examples = "Christmas Eve") @NotBlank @Size(max = 200)
        String name,

        @Schema(description = "The day, or the first of them", format = "date", examples = "2026-12-24") @NotNull
        String date,

        @Schema(
                description = "On which days it comes again: an iCalendar RRULE (RFC 5545), without 'RRULE:'",
                examples = "FREQ=YEARLY")
        @Size(min = 1, max = 500)
        @Nullable
        String repeats,

        @Schema(description = "Instead of the weekly periods that would begin on the day; none for closed all day")
        @Size(max = 50)
        List<@Valid @NotNull DayPeriod> periods) {

    public SpecialDay {
        periods = periods == null ? List.of() : periods;
    }
}
