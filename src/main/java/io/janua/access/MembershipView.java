package io.janua.access;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That a subject is in a group. */
@Schema(name = "Membership")
record MembershipView(
        String group, @Nullable Instant validFrom, @Nullable Instant validUntil, Instant addedAt) {}
