package io.janua.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An access point to be created. */
@Schema(name = "NewAccessPoint")
record NewPoint(
        @Schema(description = "Lower-case letters, digits and hyphens", examples = "main-entrance")
        @NotNull
        @Pattern(regexp = Slug.PATTERN, message = Slug.MESSAGE)
        String name,

        @Size(max = 1000) String description,

        @Schema(description = "Whose faces are known there; it never changes", examples = "staff") @NotNull
        String gallery,

        @NotNull PointKind kind,

        @Schema(description = "Where people are before they pass; outside when left out", examples = "lobby")
        @Pattern(regexp = Slug.PATTERN, message = Slug.MESSAGE)
        String zoneFrom,

        @Schema(description = "Where people are when they have passed; outside when left out", examples = "office")
        @Pattern(regexp = Slug.PATTERN, message = Slug.MESSAGE)
        String zoneTo,

        @Schema(description = "A point that is not enabled denies everybody", defaultValue = "true")
        Boolean enabled,

        @Valid PointSettings settings) {

    PointContent content() {
        return new PointContent(description, kind, zoneFrom, zoneTo, enabled, settings);
    }
}
