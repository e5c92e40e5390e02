package io.janua.access;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may change of a group. */
@Schema(name = "AccessGroupContent")
record GroupContent(
        @Schema(nullable = true) @Size(max = 1000) String description) {}
