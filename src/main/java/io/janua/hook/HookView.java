package io.janua.hook;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A hook as the API shows it: without passwords and secrets. */
@Schema(name = "Hook")
record HookView(
        String name,
        @Nullable String description,
        boolean enabled,

        @Schema(description = "Why the service disabled it; absent when it did not") @Nullable
        String disabledReason,

        @Schema(description = "The only types it is told of; empty for all")
        List<String> events,

        @Schema(description = "The only access points it is told of; empty for all")
        List<String> points,

        @Schema(description = "The only galleries it is told of: those of its maker; absent for all") @Nullable
        List<String> galleries,

        Set<Detail> include,
        HookTarget target,

        @Schema(description = "What its webhooks are signed with; empty of everything else")
        List<HookSecretView> secrets,

        @Schema(description = "Deliveries that wait for another attempt, or for one before them; counted to 10,000")
        int waiting,

        @Nullable Instant lastDeliveredAt,
        @Nullable Failure lastFailure,
        Instant createdAt,

        @Schema(
                description = "The secret of a new webhook (whsec_…), only in the answer that creates it; with it"
                        + " receivers check where a request comes from")
        @Nullable
        String secret) {

    /** What went wrong last. */
    @Schema(name = "HookFailure")
    record Failure(Instant at, String error) {}
}
