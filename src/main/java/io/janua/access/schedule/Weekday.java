package io.janua.access.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A day of the week as JSON names it. */
@Schema(name = "Weekday")
public enum Weekday {
    @JsonProperty("monday")
    MONDAY,
    @JsonProperty("tuesday")
    TUESDAY,
    @JsonProperty("wednesday")
    WEDNESDAY,
    @JsonProperty("thursday")
    THURSDAY,
    @JsonProperty("friday")
    FRIDAY,
    @JsonProperty("saturday")
    SATURDAY,
    @JsonProperty("sunday")
    SUNDAY;

    DayOfWeek day() {
        return DayOfWeek.valueOf(name());
    }
}
