package io.janua.enrollment.imports;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A bulk import as the API shows it. */
@Schema(name = "Import")
record ImportView(
        UUID id,

        @Schema(description = "Name of the gallery") String gallery,

        @Schema(description = "As the caller called it, for example the archive's file name; absent when not called")
        @Nullable
        String name,

        ImportState state,

        @Schema(description = "Files that were found in the archive, those that are ignored left out")
        int total,

        @Schema(description = "Enrolled and refused ones") int done,

        int enrolled,
        int refused,

        @Schema(description = "Different subjects that the pictures belong to")
        int subjects,

        @Schema(description = "Of the last half minute; absent unless it runs") @Nullable
        Double picturesPerSecond,

        @Schema(description = "At this pace; absent unless it runs, and until there is a pace") @Nullable
        Long remainingSeconds,

        @Schema(description = "Who started it, as the audit log names them")
        String startedBy,

        Instant createdAt,

        @Schema(description = "Absent until it has ended") @Nullable
        Instant finishedAt,

        @Schema(description = "Until then refused pictures are kept for the report; absent until it has ended")
        @Nullable
        Instant picturesKeptUntil) {}
