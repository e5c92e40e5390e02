package io.janua.access;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "AccessBlock")
record BlockView(
        String reason,

        @Schema(description = "When it ends by itself; absent for never") @Nullable
        Instant until,

        Instant blockedAt,

        @Schema(description = "Whose credentials did it, as in the audit log")
        String blockedBy) {

    static BlockView from(Block block) {
        return new BlockView(block.reason, block.until, block.blockedAt, block.blockedBy);
    }
}
