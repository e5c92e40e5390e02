package io.janua.audit;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A signed state of the log. */
@Schema(name = "AuditCheckpoint")
record CheckpointView(
        @Schema(description = "How many entries the tree holds")
        long size,

        Instant createdAt,

        @Schema(
                description =
                        "The signed note (c2sp.org/tlog-checkpoint): keep it elsewhere, and nobody can rewrite the log unseen")
        String note) {}
