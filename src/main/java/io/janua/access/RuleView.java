package io.janua.access;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "AccessRule")
record RuleView(
        String name,
        @Nullable String description,
        String gallery,

        @Schema(description = "Whose members may pass") List<String> groups,

        @Schema(description = "Whether everybody of the gallery may pass")
        boolean everyone,

        List<String> points,

        @Schema(description = "When they may; always when absent") @Nullable
        String schedule,

        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        boolean enabled,
        RuleDemandsView demands,
        Instant createdAt) {}
