package io.janua.access;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long somebody is a member. */
@Schema(name = "GroupMemberContent")
record MemberContent(
        @Schema(description = "Not before, as for visitors", nullable = true)
        Instant validFrom,

        @Schema(description = "Not from then on", nullable = true)
        Instant validUntil) {

    static final MemberContent ALWAYS = new MemberContent(null, null);
}
