package io.janua.access.decision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a reset came to. */
@Schema(name = "PresenceResetResult")
record PresenceResetView(
        @Schema(description = "Of how many people something was known")
        int reset) {}
