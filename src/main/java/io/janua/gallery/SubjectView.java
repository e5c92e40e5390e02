package io.janua.gallery;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Subject")
record SubjectView(
        @Schema(description = "The caller's own id of the subject")
        String id,

        String name,
        Map<String, Object> attributes,
        SubjectStatus status,
        Instant validFrom,
        Instant validUntil,

        @Schema(description = "Enrolled faces") long faces,

        Instant createdAt,
        Instant updatedAt) {

    static SubjectView from(Subject subject, long faces) {
        return new SubjectView(
                subject.externalId,
                subject.name,
                subject.attributes,
                subject.status,
                subject.validFrom,
                subject.validUntil,
                faces,
                subject.createdAt,
                subject.updatedAt);
    }
}
