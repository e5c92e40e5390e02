package io.janua.audit;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What checking the whole log came to. */
@Schema(name = "AuditVerification")
record AuditVerificationView(
        @Schema(description = "Whether every entry is as it was signed, in its place, and none is missing")
        boolean intact,

        @Schema(description = "How many entries were checked")
        long size,

        @Schema(description = "The signed checkpoint against which they were checked")
        String checkpoint,

        long findingCount,

        @Schema(description = "At most 100, in plain words") List<String> findings) {}
