package io.janua.access.decision;

import io.janua.access.Factors;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What came of one rule.
 *
 * @param reason of the denial, if this rule is the one that came nearest; {@code RULE} when it applies
 * @param detail one sentence
 */
record RuleFinding(RuleFacts rule, RuleOutcome outcome, AccessReason reason, String detail) {

    /** The nearer to permitting, the greater; among equals the reasons' own order decides. */
    static final Comparator<RuleFinding> NEARNESS =
            Comparator.comparing(RuleFinding::outcome).thenComparing(RuleFinding::reason);

    static RuleFinding of(RuleFacts rule, Situation situation, Sighting.Known sighting, Pin pin) {
        Instant now = situation.now();
        if (!rule.enabled()) {
            return new RuleFinding(rule, RuleOutcome.DISABLED, AccessReason.NO_RULE, "The rule is switched off.");
        }
        if (rule.validity().over(now)) {
            return new RuleFinding(rule, RuleOutcome.EXPIRED, AccessReason.NO_RULE, "The rule's time is over.");
        }
        if (!rule.validity().begun(now)) {
            return new RuleFinding(
                    rule, RuleOutcome.NOT_VALID_YET, AccessReason.NO_RULE, "The rule's time has not begun.");
        }
        return member(rule, now)
                .or(() -> atThisTime(rule, now))
                .or(() -> demand(rule, situation, sighting, pin))
                .orElseGet(() -> new RuleFinding(rule, RuleOutcome.APPLIES, AccessReason.RULE, "The rule permits it."));
    }

    private static Optional<RuleFinding> member(RuleFacts rule, Instant now) {
        if (rule.everyone() || rule.memberships().stream().anyMatch(membership -> membership.holds(now))) {
            return Optional.empty();
        }
        if (rule.memberships().isEmpty()) {
            return Optional.of(new RuleFinding(
                    rule,
                    RuleOutcome.NOT_A_MEMBER,
                    AccessReason.NO_RULE,
                    "The person is in none of the rule's groups."));
        }
        boolean toCome = rule.memberships().stream().anyMatch(membership -> !membership.begun(now));
        return Optional.of(
                toCome
                        ? new RuleFinding(
                                rule,
                                RuleOutcome.NOT_VALID_YET,
                                AccessReason.NOT_YET_VALID,
                                "The person's membership has not begun.")
                        : new RuleFinding(
                                rule,
                                RuleOutcome.MEMBER_EXPIRED,
                                AccessReason.EXPIRED,
                                "The person's membership has ended."));
    }

    private static Optional<RuleFinding> atThisTime(RuleFacts rule, Instant now) {
        return rule.times()
                .filter(times -> !times.schedule().holds(now))
                .map(times -> new RuleFinding(
                        rule,
                        RuleOutcome.NOT_AT_THIS_TIME,
                        AccessReason.NOT_AT_THIS_TIME,
                        "The schedule '%s' does not hold at this time.".formatted(times.name())));
    }

    private static Optional<RuleFinding> demand(RuleFacts rule, Situation situation, Sighting.Known sighting, Pin pin) {
        var demands = rule.demands();
        if (demands.liveness() && !sighting.live()) {
            return unmet(rule, AccessReason.LIVENESS_MISSING, "The rule demands a living face; it was not checked.");
        }
        if (demands.fmr() != null && sighting.fmr() > demands.fmr()) {
            return unmet(
                    rule,
                    AccessReason.ASSURANCE_TOO_LOW,
                    "The rule demands a false match rate of %s.".formatted(demands.fmr()));
        }
        Optional<AccessReason> missing =
                missing(demands.factors() == null ? Factors.FACE : demands.factors(), situation.card(), pin);
        if (missing.isPresent()) {
            return unmet(rule, missing.get(), "The rule demands more than the face.");
        }
        return demands.escortSeconds() != null && !rule.escorted()
                ? unmet(rule, AccessReason.ESCORT_MISSING, "Nobody of the rule's escort group has just passed.")
                : Optional.empty();
    }

    private static Optional<RuleFinding> unmet(RuleFacts rule, AccessReason reason, String detail) {
        return Optional.of(new RuleFinding(rule, RuleOutcome.DEMAND_UNMET, reason, detail));
    }

    /** What of the factors was not shown; empty when all were. */
    static Optional<AccessReason> missing(Factors factors, Card card, Pin pin) {
        boolean shown = card == Card.KNOWN;
        return switch (factors) {
            case FACE -> Optional.empty();
            case FACE_AND_CARD -> shown ? Optional.empty() : Optional.of(AccessReason.CARD_MISSING);
            case FACE_AND_PIN -> pin.right() ? Optional.empty() : Optional.of(AccessReason.PIN_MISSING);
            case FACE_AND_CARD_OR_PIN ->
                shown || pin.right() ? Optional.empty() : Optional.of(AccessReason.CARD_MISSING);
        };
    }
}
