package io.janua.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule to be created. */
@Schema(name = "NewAccessRule")
record NewRule(
        @Schema(description = "Lower-case letters, digits and hyphens", examples = "staff-by-day")
        @NotNull
        @Pattern(regexp = Slug.PATTERN, message = Slug.MESSAGE)
        String name,

        @Size(max = 1000) String description,

        @Schema(description = "Whose subjects it is about; it never changes", examples = "staff") @NotNull
        String gallery,

        @Schema(description = "Groups of the gallery whose members may pass") @Size(max = 100)
        List<@NotNull String> groups,

        @Schema(description = "Whether everybody of the gallery may pass", defaultValue = "false")
        Boolean everyone,

        @Schema(description = "Access points of the gallery") @NotEmpty @Size(max = 1000)
        List<@NotNull String> points,

        @Schema(description = "When they may; always when left out", nullable = true)
        String schedule,

        @Schema(description = "The rule does not apply before", nullable = true)
        Instant validFrom,

        @Schema(description = "The rule does not apply from then on", nullable = true)
        Instant validUntil,

        @Schema(defaultValue = "true") Boolean enabled,

        @Valid RuleDemandsView demands) {

    RuleContent content() {
        return new RuleContent(
                description, groups, everyone, points, schedule, validFrom, validUntil, enabled, demands);
    }
}
