package io.janua.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may change of an access point. */
@Schema(name = "AccessPointContent")
record PointContent(
        @Schema(nullable = true) @Size(max = 1000) String description,

        @NotNull PointKind kind,

        @Schema(description = "Where people are before they pass; null for outside", nullable = true)
        @Pattern(regexp = Slug.PATTERN, message = Slug.MESSAGE)
        String zoneFrom,

        @Schema(description = "Where people are when they have passed; null for outside", nullable = true)
        @Pattern(regexp = Slug.PATTERN, message = Slug.MESSAGE)
        String zoneTo,

        @Schema(description = "A point that is not enabled denies everybody", defaultValue = "true")
        Boolean enabled,

        @Valid PointSettings settings) {

    PointContent {
        enabled = enabled == null || enabled;
        settings = settings == null ? PointSettings.DEFAULT : settings;
    }

    static PointContent of(Point point) {
        return new PointContent(
                point.description, point.kind, point.zoneFrom, point.zoneTo, point.enabled, point.settings);
    }
}
