package io.janua.gallery;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A re-keying as the API shows it. */
@Schema(name = "Rekeying")
record RekeyingView(
        UUID id,
        RekeyingState state,

        @Schema(description = "Templates, keys of subjects and pictures that are under the new secrets")
        long done,

        long total,
        String startedBy,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    static RekeyingView from(Rekeying rekeying) {
        return new RekeyingView(
                rekeying.id,
                rekeying.state,
                rekeying.done,
                rekeying.total,
                rekeying.startedBy,
                rekeying.createdAt,
                rekeying.finishedAt);
    }
}
