package io.janua.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry as the API shows it. */
@Schema(name = "AuditEntry")
record AuditEntryView(
        @Schema(description = "Its place in the tree; absent for about a second after it was written")
        Long index,

        @Schema(
                type = SchemaType.OBJECT,
                description =
                        "id, tenant, time, actor, actorName, action, gallery, subject, outcome, requestId and facts, as far as they apply")
        JsonNode entry,

        @Schema(description = "Only in the answer for one entry that has its place")
        Proof proof) {

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
