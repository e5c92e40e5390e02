package io.janua.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of adding many. */
@Schema(name = "AddedGroupMembers")
record AddedMembersView(
        @Schema(description = "How many were no members before")
        int added) {}
