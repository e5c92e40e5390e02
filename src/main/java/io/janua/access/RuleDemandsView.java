package io.janua.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a rule demands beyond membership and time, as the API has it. */
@Schema(name = "AccessRuleDemands")
record RuleDemandsView(
        @Schema(description = "Whether a living face must have been seen", defaultValue = "false")
        Boolean liveness,

        @Schema(
                description = "How rarely a stranger may be taken for the person; what the access point says when left"
                        + " out")
        @DecimalMin("1e-9")
        @DecimalMax("0.5")
        @Nullable
        Double fmr,

        @Schema(description = "What the access point says when left out") @Nullable
        Factors factors,

        @Valid @Nullable Escort escort) {

    static final RuleDemandsView NONE = new RuleDemandsView(false, null, null, null);

    RuleDemandsView {
        liveness = liveness != null && liveness;
    }

    /** Who must have passed just before. */
    @Schema(name = "AccessEscort")
    record Escort(
            @Schema(description = "A group of the rule's gallery", examples = "hosts") @NotNull
            String group,

            @Schema(description = "How long ago at most", examples = "30") @NotNull @Min(5) @Max(300)
            Integer seconds) {}

    /** @param escortGroup null without an escort */
    static RuleDemandsView from(RuleDemands demands, String escortGroup) {
        return new RuleDemandsView(
                demands.liveness(),
                demands.fmr(),
                demands.factors(),
                escortGroup == null ? null : new Escort(escortGroup, demands.escortSeconds()));
    }

    RuleDemands stored() {
        return new RuleDemands(liveness, fmr, factors, escort == null ? null : escort.seconds());
    }
}
