package io.janua.access.schedule;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A time of every week. */
@Schema(name = "WeeklyPeriod")
public record WeeklyPeriod(
        @Schema(description = "The days on which it begins") @NotNull @Size(min = 1, max = 7)
        List<@NotNull Weekday> days,

        @Schema(description = "Hours and minutes", examples = "08:00") @NotNull
        String from,

        @Schema(
                description = "The first minute that does not belong to it; up to 24:00, and not after 'from' for the"
                        + " day after",
                examples = "18:00")
        @NotNull
        String until) {}
