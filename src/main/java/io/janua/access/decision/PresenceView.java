package io.janua.access.decision;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where somebody is. */
@Schema(name = "AccessPresence")
record PresenceView(
        String subject,
        @Nullable String name,
        String gallery,

        @Schema(description = "Absent for outside") @Nullable
        String zone,

        Instant since,

        @Schema(description = "The access point that they passed last")
        String point) {}
