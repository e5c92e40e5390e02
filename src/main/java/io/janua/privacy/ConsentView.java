package io.janua.privacy;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Consent")
record ConsentView(
        UUID id,
        String textVersion,
        ConsentChannel channel,
        Instant givenAt,
        @Nullable String signatureReference,
        Instant recordedAt,

        @Schema(description = "Whose credentials recorded it, as in the audit log")
        String recordedBy,

        @Schema(description = "Absent while the consent is in force") @Nullable
        Instant withdrawnAt) {

    static ConsentView from(Consent consent) {
        return new ConsentView(
                consent.id,
                consent.textVersion,
                consent.channel,
                consent.givenAt,
                consent.signatureReference,
                consent.recordedAt,
                consent.recordedBy,
                consent.withdrawnAt);
    }
}
