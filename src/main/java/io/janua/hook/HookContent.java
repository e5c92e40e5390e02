package io.janua.hook;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A hook as somebody wants it. */
@Schema(name = "HookContent")
record HookContent(
        @Schema(examples = "north-door-relay") @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}")
        String name,

        @Schema(nullable = true) @Size(max = 1000) String description,

        @Schema(description = "While it is not, nothing is kept for it", defaultValue = "true")
        Boolean enabled,

        @Schema(description = "The only types it is told of; empty for all", examples = "[\"access.granted\"]")
        @Size(max = 50)
        List<@NotNull String> events,

        @Schema(
                description = "The only access points it is told of; empty for all, and for what happens at none."
                        + " A relay names at least one")
        @Size(max = 1000)
        List<@NotNull String> points,

        @Schema(
                description =
                        "What events say beside the necessary, as far as the caller may look it up: 'subject' also"
                                + " of those who were turned away, 'name' of who may pass, 'score' with its threshold")
        Set<@NotNull Detail> include,

        @NotNull @Valid HookTarget target) {

    HookContent {
        enabled = enabled == null || enabled;
        events = events == null ? List.of() : List.copyOf(events);
        points = points == null ? List.of() : List.copyOf(points);
        include = include == null ? Set.of() : Set.copyOf(include);
    }
}
