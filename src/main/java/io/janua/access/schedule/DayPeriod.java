package io.janua.access.schedule;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A time of a special day. */
@Schema(name = "DayPeriod")
public record DayPeriod(
        @Schema(description = "Hours and minutes", examples = "10:00") @NotNull
        String from,

        @Schema(
                description = "The first minute that does not belong to it; up to 24:00, and not after 'from' for the"
                        + " day after",
                examples = "14:00")
        @NotNull
        String until) {}
