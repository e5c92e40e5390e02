package io.janua.gallery;

import java.time.Instant;
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

        @Schema(description = "Why: request, consent withdrawn, or retention")
        String reason,

        long faces,
        long templates,
        long pictures,

        @Schema(description = "Whether the subject had a key of its own, which was destroyed")
        boolean key,

        Instant erasedAt,

        @Schema(
                description =
                        "Ed25519 over the members above, joined by '|' in this order after 'janua-erasure-receipt', in base64; the public key is at GET /v1/audit/keys")
        String signature) {

    /** What the signature is over. */
    String statement() {
        return "janua-erasure-receipt|%s|%s|%s|%s|%s|%d|%d|%d|%s|%s"
                .formatted(id, gallery, subject, subjectErased, reason, faces, templates, pictures, key, erasedAt);
    }

    Receipt signed(String signature) {
        return new Receipt(
                id, gallery, subject, subjectErased, reason, faces, templates, pictures, key, erasedAt, signature);
    }
}
