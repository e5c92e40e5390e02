package io.janua.access;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What decides where a subject may pass. */
@Schema(name = "SubjectAccess")
record SubjectAccessView(
        List<MembershipView> groups,

        @Schema(description = "Absent while the subject is not blocked") @Nullable
        BlockView block,

        @Schema(description = "Its number, shown to callers with the operation access.write only") @Nullable
        String card,

        @Schema(description = "Absent without a card") @Nullable
        Instant cardChangedAt,

        boolean pin,
        boolean duressPin,

        @Schema(description = "The enabled rules that are for the subject at some time, by name")
        List<PermittingRule> rules) {

    @Schema(name = "PermittingRule")
    record PermittingRule(
            String rule, List<String> points, @Nullable String schedule) {

        static PermittingRule from(RuleView rule) {
            return new PermittingRule(rule.name(), rule.points(), rule.schedule());
        }
    }

    @Override
    public String toString() {
        return "SubjectAccessView";
    }
}
