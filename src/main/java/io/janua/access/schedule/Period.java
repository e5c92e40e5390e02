package io.janua.access.schedule;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a schedule holds.
 *
 * @param until the first instant that does not belong to it
 */
@Schema(name = "SchedulePeriod")
public record Period(
        Instant from,
        Instant until,

        @Schema(description = "Name of the special day on which it begins; absent for a weekly one") @Nullable
        String specialDay) {

    boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
