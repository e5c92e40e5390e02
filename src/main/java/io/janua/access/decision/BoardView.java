package io.janua.access.decision;

import io.janua.access.AccessPointView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The doors at a glance. */
@Schema(name = "AccessBoard")
record BoardView(
        @Schema(description = "By name") List<PointState> points,

        @Schema(description = "What was not granted in the last hour, newest first, at most 20")
        List<AccessDecisionView> denials) {

    @Schema(name = "AccessPointState")
    record PointState(
            AccessPointView point,

            @Schema(description = "The newest decision there") @Nullable
            AccessDecisionView last,

            long grantedLastHour,

            @Schema(description = "Denied or blocked") long deniedLastHour,

            @Schema(description = "Who may pass as soon as a second person comes") @Nullable
            Waiting waitingForSecond) {}

    @Schema(name = "AccessWaiting")
    record Waiting(String subject, @Nullable String name, Instant since) {}
}
