package io.janua.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry as the API shows it. */
@Schema(name = "AuditEntry")
record AuditEntryView(
        @Schema(description = "Its place in the tree; absent for about a second after it was written") @Nullable
        Long index,

        @Schema(implementation = Recorded.class) JsonNode entry,

        @Schema(description = "Only in the answer for one entry that has its place") @Nullable
        Proof proof) {

    /** How the entry is described. It is answered as it stands in the log, also when somebody has altered it. */
    @Schema(name = "RecordedEntry", description = "As it was hashed; facts of its own come with each action")
    record Recorded(
            @Schema(examples = "entry") String type,
            UUID id,
            String tenant,
            Instant time,

            @Schema(description = "Who acted: 'user:', 'api-key:', 'invitation:' or 'system:' and an id or a name")
            String actor,

            @Nullable String actorName,

            @Schema(examples = "face.enroll") String action,

            @Nullable String gallery,

            @Schema(description = "The subject's id") @Nullable
            String subject,

            @Schema(description = "'done', a decision, or the code of a refusal")
            String outcome,

            @Nullable String requestId,
            @Nullable Map<String, Object> facts) {}

    /** What proves that the signed tree holds the entry (RFC 9162, section 2.1.3.2). */
    @Schema(name = "InclusionProof")
    record Proof(
            @Schema(description = "The entry exactly as it was hashed: SHA-256 of a zero byte and these bytes in UTF-8")
            String leaf,

            @Schema(description = "From the leaf to the root, each in base64")
            List<String> path,

            @Schema(description = "The signed checkpoint whose tree it is")
            String checkpoint) {}

    static AuditEntryView from(AuditEntry entry) {
        return new AuditEntryView(entry.leafIndex, EntryContent.parse(entry.content), null);
    }

    AuditEntryView with(Proof proof) {
        return new AuditEntryView(index, entry, proof);
    }
}
