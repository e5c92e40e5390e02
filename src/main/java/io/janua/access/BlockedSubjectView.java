package io.janua.access;

import io.janua.gallery.SubjectRef;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "BlockedSubject")
record BlockedSubjectView(
        String gallery,

        @Schema(description = "The caller's own id of the subject")
        String subject,

        @Nullable String name,
        String reason,

        @Schema(description = "When it ends by itself; absent for never") @Nullable
        Instant until,

        Instant blockedAt,

        @Schema(description = "Whose credentials did it, as in the audit log")
        String blockedBy) {

    static BlockedSubjectView from(Block block, String gallery, SubjectRef subject) {
        return new BlockedSubjectView(
                gallery,
                subject.externalId(),
                subject.name(),
                block.reason,
                block.until,
                block.blockedAt,
                block.blockedBy);
    }
}
