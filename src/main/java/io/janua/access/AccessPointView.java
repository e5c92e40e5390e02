package io.janua.access;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An access point as the API shows it. */
@Schema(name = "AccessPoint")
public record AccessPointView(
        String name,
        @Nullable String description,

        @Schema(description = "Whose faces are known there") String gallery,

        PointKind kind,

        @Schema(description = "Where people are before they pass; absent for outside") @Nullable
        String zoneFrom,

        @Schema(description = "Where people are when they have passed; absent for outside") @Nullable
        String zoneTo,

        boolean enabled,
        PointSettings settings,

        @Schema(description = "lockdown: nobody passes. released: everybody does")
        PointMode mode,

        @Nullable String modeReason,

        @Schema(description = "Whose credentials set the mode, as in the audit log; absent until somebody has")
        @Nullable
        String modeBy,

        Instant modeSince,
        Instant createdAt) {

    static AccessPointView from(Point point, String gallery) {
        return new AccessPointView(
                point.name,
                point.description,
                gallery,
                point.kind,
                point.zoneFrom,
                point.zoneTo,
                point.enabled,
                point.settings,
                point.mode,
                point.modeReason,
                point.modeBy,
                point.modeSince,
                point.createdAt);
    }
}
