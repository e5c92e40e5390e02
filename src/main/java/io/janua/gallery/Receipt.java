package io.janua.gallery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was erased, and the service's word for it. The audit log holds the same. */
@Schema(name = "ErasureReceipt")
public record Receipt(
        UUID id,
        String gallery,

        @Schema(description = "The subject's id") String subject,

        @Schema(description = "Whether the subject itself went too, or its faces only")
        boolean subjectErased,

        @Schema(description = "Why: request, consent withdrawn, retention, or gallery deleted")
        String reason,

        long faces,
        long templates,
        long pictures,

        @Schema(description = "Whether the subject had a key of its own, which was destroyed")
        boolean key,

        Instant erasedAt,

        @Schema(
                description =
                        "Ed25519, in base64, over a JSON array without white space: 'janua-erasure-receipt' and the members above in this order; the public key is at GET /v1/audit/keys")
        String signature) {

    private static final JsonMapper JSON = new JsonMapper();

    /** What the signature is over. */
    String statement() {
        try {
            return JSON.writeValueAsString(List.of(
                    "janua-erasure-receipt",
                    id.toString(),
                    gallery,
                    subject,
                    subjectErased,
                    reason,
                    faces,
                    templates,
                    pictures,
                    key,
                    erasedAt.toString()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a receipt consists of plain values", impossible);
        }
    }

    Receipt signed(String signature) {
        return new Receipt(
                id, gallery, subject, subjectErased, reason, faces, templates, pictures, key, erasedAt, signature);
    }
}
