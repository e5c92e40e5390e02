package io.janua.audit;

import io.janua.audit.transparency.LogKey;
import java.time.Instant;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A public key of the log. */
@Schema(name = "AuditKey")
record AuditKeyView(
        @Schema(description = "The log's name, as its checkpoints give it", examples = "janua/acme")
        String origin,

        @Schema(description = "Four bytes in hex that tell keys apart, as checkpoints carry them")
        String id,

        @Schema(description = "Ed25519 public key as PEM, for janua audit verify --key")
        String pem,

        Instant createdAt) {

    static AuditKeyView of(LogKey key, String origin, Instant createdAt) {
        return new AuditKeyView(origin, HexFormat.of().formatHex(key.id(origin)), key.pem(), createdAt);
    }
}
