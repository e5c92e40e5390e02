package io.janua.access;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "GroupMember")
record MemberView(
        @Schema(description = "The caller's own id of the subject")
        String subject,

        @Nullable String name,

        @Schema(description = "The newest face that has a picture; absent when none has") @Nullable
        UUID face,

        @Schema(description = "The rules of the group do not apply before") @Nullable
        Instant validFrom,

        @Schema(description = "The rules of the group do not apply from then on") @Nullable
        Instant validUntil,

        Instant addedAt) {

    /** @param face null when none has a picture */
    static MemberView from(MemberRows.Member member, UUID face) {
        var membership = member.membership();
        return new MemberView(
                member.externalId(),
                member.name(),
                face,
                membership.validFrom(),
                membership.validUntil(),
                membership.addedAt());
    }
}
