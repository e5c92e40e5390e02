package io.janua.gallery;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the caller says of a subject. */
@Schema(name = "SubjectContent")
record SubjectContent(
        @Schema(examples = "Ada Lovelace") @Size(max = 200) String name,

        @Schema(description = "The caller's own data, stored as it is", examples = "{\"department\": \"engines\"}")
        @Size(max = 100)
        Map<String, Object> attributes,

        @Schema(description = "Only active subjects are recognised", defaultValue = "active")
        SubjectStatus status,

        @Schema(description = "Not recognised before", nullable = true)
        Instant validFrom,

        @Schema(description = "Not recognised from then on", nullable = true)
        Instant validUntil) {

    SubjectContent {
        attributes = attributes == null ? Map.of() : attributes;
        status = status == null ? SubjectStatus.ACTIVE : status;
    }
}
