package io.janua.access.decision;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a decision would come about. */
@Schema(name = "AccessExplanation")
record ExplanationView(
        AccessOutcome outcome,
        AccessReason reason,
        Instant at,

        @Schema(description = "What is asked, in this order, up to the one that settles it")
        List<CheckView> checks,

        @Schema(description = "The point's rules by name; empty where it does not come to them")
        List<RuleView> rules) {

    @Schema(name = "AccessCheck")
    record CheckView(
            @Schema(description = "A stable name") String check,

            @Schema(description = "False where this one gives the reason of a denial")
            boolean passed,

            String detail) {}

    @Schema(name = "AccessRuleResult")
    record RuleView(
            String rule,
            RuleOutcome outcome,
            String detail,

            @Schema(description = "When the rule's schedule next begins to hold, within a year") @Nullable
            Instant nextFrom) {}

    static ExplanationView of(AccessPolicy.Verdict verdict, Instant at) {
        AccessReason reason = verdict.ruling().reason();
        return new ExplanationView(
                reason.outcome(),
                reason,
                at,
                verdict.steps().stream().map(ExplanationView::check).toList(),
                verdict.rules().stream().map(rule -> rule(rule, at)).toList());
    }

    private static CheckView check(AccessPolicy.Step step) {
        boolean passed =
                switch (step.finding()) {
                    case AccessPolicy.Finding.Passed _ -> true;
                    case AccessPolicy.Finding.Settled settled ->
                        settled.ruling().reason().outcome() == AccessOutcome.GRANTED;
                };
        return new CheckView(step.check().wireName(), passed, step.finding().detail());
    }

    private static RuleView rule(RuleFinding found, Instant at) {
        Instant nextFrom = found.outcome() == RuleOutcome.NOT_AT_THIS_TIME
                ? found.rule()
                        .times()
                        .flatMap(times -> times.schedule().next(at))
                        .map(period -> period.from())
                        .orElse(null)
                : null;
        return new RuleView(found.rule().name(), found.outcome(), found.detail(), nextFrom);
    }
}
