package io.janua.gallery;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Subject")
record SubjectView(
        @Schema(description = "The caller's own id of the subject")
        String id,

        @Nullable String name,
        Map<String, Object> attributes,
        SubjectStatus status,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,

        @Schema(description = "Enrolled faces") long faces,

        @Schema(description = "The newest face that has a picture; absent when none has") @Nullable
        UUID portrait,

        Instant createdAt,
        Instant updatedAt) {

    static SubjectView from(Subject subject, Faces faces) {
        return new SubjectView(
                subject.externalId,
                subject.name,
                subject.attributes,
                subject.status,
                subject.validFrom,
                subject.validUntil,
                faces.count(),
                faces.portrait(),
                subject.createdAt,
                subject.updatedAt);
    }
}
