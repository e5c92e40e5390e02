package io.janua.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may change of a rule. Lists are replaced whole. */
@Schema(name = "AccessRuleContent")
record RuleContent(
        @Schema(nullable = true) @Size(max = 1000) String description,

        @Size(max = 100) List<@NotNull String> groups,

        Boolean everyone,

        @NotEmpty @Size(max = 1000) List<@NotNull String> points,

        @Schema(description = "When they may; null for always", nullable = true)
        String schedule,

        @Schema(nullable = true) Instant validFrom,

        @Schema(nullable = true) Instant validUntil,

        Boolean enabled,

        @Valid RuleDemandsView demands) {

    RuleContent {
        groups = groups == null ? List.of() : groups.stream().distinct().toList();
        everyone = everyone != null && everyone;
        points = points == null ? List.of() : points.stream().distinct().toList();
        enabled = enabled == null || enabled;
        demands = demands == null ? RuleDemandsView.NONE : demands;
    }

    static RuleContent of(RuleView rule) {
        return new RuleContent(
                rule.description(),
                rule.groups(),
                rule.everyone(),
                rule.points(),
                rule.schedule(),
                rule.validFrom(),
                rule.validUntil(),
                rule.enabled(),
                rule.demands());
    }
}
