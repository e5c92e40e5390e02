package io.janua.access.decision;

import static io.janua.access.decision.TestingSituation.NOON;
import static io.janua.access.decision.TestingSituation.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.janua.access.AntiPassback;
import io.janua.access.Factors;
import io.janua.access.PointMode;
import io.janua.access.schedule.Schedule;
import io.janua.access.schedule.ScheduleTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccessPolicyTest {

    private static final Instant BEFORE = NOON.minusSeconds(3600);
    private static final Instant AFTER = NOON.plusSeconds(3600);
    private static final RuleFacts.Times NEVER =
            new RuleFacts.Times("closed", Schedule.of(new ScheduleTimes("UTC", List.of(), List.of())));

    /** One circumstance, and the reason that it alone leads to. */
    private record Case(String name, AccessReason reason, Consumer<TestingSituation> change) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** In the order of precedence: each of them counts, whatever of the later ones holds as well. */
    private static final List<Case> BY_PRECEDENCE = List.of(
            new Case("locked down", AccessReason.LOCKDOWN, s -> s.mode = PointMode.LOCKDOWN),
            new Case("switched off", AccessReason.POINT_DISABLED, s -> s.enabled = false),
            new Case("an unknown card", AccessReason.CARD_UNKNOWN, s -> s.card = Card.UNKNOWN),
            new Case("on the block list", AccessReason.BLOCK_LIST, s -> s.onBlockList = true),
            new Case("suspended", AccessReason.NOT_ENABLED, s -> s.suspended = true),
            new Case("not valid yet", AccessReason.NOT_YET_VALID, s -> s.validity = new Validity(AFTER, null)),
            new Case("a wrong PIN", AccessReason.PIN_WRONG, s -> s.pin = new Pin.Wrong()),
            new Case("no rule", AccessReason.NO_RULE, s -> s.rules = List.of()),
            new Case("the point's factors", AccessReason.CARD_MISSING, s -> s.factors = Factors.FACE_AND_CARD_OR_PIN),
            new Case(
                    "the rule's demands",
                    AccessReason.LIVENESS_MISSING,
                    s -> s.rules = List.of(rule("strict", rule -> {
                        rule.liveness = true;
                        return rule;
                    }))),
            new Case("came in already", AccessReason.ANTIPASSBACK, s -> {
                s.antiPassback = AntiPassback.HARD;
                s.whereabouts = s.in("hall", BEFORE);
            }),
            new Case("alone", AccessReason.SECOND_PERSON_AWAITED, s -> s.twoPersons = true));

    private static final List<Case> OTHERS = List.of(
            new Case("nothing against it", AccessReason.RULE, s -> {}),
            new Case("released", AccessReason.RELEASED, s -> s.mode = PointMode.RELEASED),
            new Case("released and switched off", AccessReason.RELEASED, s -> {
                s.mode = PointMode.RELEASED;
                s.enabled = false;
            }),
            new Case("released, and nobody looked", AccessReason.RELEASED, s -> {
                s.mode = PointMode.RELEASED;
                s.sighting = new Sighting.NotLooked();
            }),
            new Case("released, and a blocked person", AccessReason.RELEASED, s -> {
                s.mode = PointMode.RELEASED;
                s.onBlockList = true;
            }),
            new Case("no face", AccessReason.NO_FACE, s -> s.sighting = new Sighting.NoFace()),
            new Case("two faces", AccessReason.MANY_FACES, s -> s.sighting = new Sighting.ManyFaces()),
            new Case("too dark", AccessReason.POOR_QUALITY, s -> s.sighting = new Sighting.PoorQuality()),
            new Case("a photograph", AccessReason.SPOOF, s -> s.sighting = new Sighting.Spoof()),
            new Case("a photograph, and an unknown card", AccessReason.SPOOF, s -> {
                s.sighting = new Sighting.Spoof();
                s.card = Card.UNKNOWN;
            }),
            new Case("two people's frames", AccessReason.FRAMES_DISAGREE, s -> s.sighting = new Sighting.Disagreeing()),
            new Case("a stranger", AccessReason.NOT_IDENTIFIED, s -> s.sighting = new Sighting.Stranger()),
            new Case("a stranger with an unknown card", AccessReason.CARD_UNKNOWN, s -> {
                s.sighting = new Sighting.Stranger();
                s.card = Card.UNKNOWN;
            }),
            new Case("twins", AccessReason.AMBIGUOUS, s -> s.sighting = new Sighting.Ambiguous()),
            new Case("another's card", AccessReason.CLAIM_MISMATCH, s -> {
                s.sighting = new Sighting.Mismatch();
                s.card = Card.KNOWN;
            }),
            new Case("validity over", AccessReason.EXPIRED, s -> s.validity = new Validity(null, NOON)),
            new Case("PIN locked", AccessReason.PIN_LOCKED, s -> s.pin = new Pin.Locked(AFTER)),
            new Case("a PIN is needed", AccessReason.PIN_MISSING, s -> s.factors = Factors.FACE_AND_PIN),
            new Case("a card is needed", AccessReason.CARD_MISSING, s -> s.factors = Factors.FACE_AND_CARD),
            new Case("a card is shown", AccessReason.RULE, s -> {
                s.factors = Factors.FACE_AND_CARD;
                s.card = Card.KNOWN;
            }),
            new Case("a PIN instead of a card", AccessReason.RULE, s -> {
                s.factors = Factors.FACE_AND_CARD_OR_PIN;
                s.pin = new Pin.Right(false);
            }),
            new Case("the rule needs a PIN besides the point's card", AccessReason.PIN_MISSING, s -> {
                s.factors = Factors.FACE_AND_CARD;
                s.card = Card.KNOWN;
                s.rules = List.of(rule("vault", rule -> {
                    rule.factors = Factors.FACE_AND_PIN;
                    return rule;
                }));
            }),
            ofRule("the rule is off", AccessReason.NO_RULE, rule -> rule.enabled = false),
            ofRule("the rule is over", AccessReason.NO_RULE, rule -> rule.validity = new Validity(null, NOON)),
            ofRule("the rule is to come", AccessReason.NO_RULE, rule -> rule.validity = new Validity(AFTER, null)),
            ofRule("no member", AccessReason.NO_RULE, rule -> rule.members()),
            ofRule("a member", AccessReason.RULE, rule -> rule.members(Validity.ALWAYS)),
            ofRule(
                    "a member no more",
                    AccessReason.EXPIRED,
                    rule -> rule.members(new Validity(null, BEFORE), new Validity(BEFORE, NOON))),
            ofRule(
                    "a member tomorrow",
                    AccessReason.NOT_YET_VALID,
                    rule -> rule.members(new Validity(null, BEFORE), new Validity(AFTER, null))),
            ofRule(
                    "a member of two groups, once over",
                    AccessReason.RULE,
                    rule -> rule.members(new Validity(null, BEFORE), Validity.ALWAYS)),
            ofRule("closed", AccessReason.NOT_AT_THIS_TIME, rule -> rule.times = NEVER),
            ofRule("not sure enough", AccessReason.ASSURANCE_TOO_LOW, rule -> rule.fmr = 1e-7),
            ofRule("just sure enough", AccessReason.RULE, rule -> rule.fmr = 1e-6),
            ofRule("nobody leads", AccessReason.ESCORT_MISSING, rule -> rule.escortSeconds = 30),
            ofRule("somebody leads", AccessReason.RULE, rule -> {
                rule.escortSeconds = 30;
                rule.escorted = true;
            }),
            new Case("alive", AccessReason.RULE, s -> {
                s.sighting = new Sighting.Known(1e-6, true);
                s.rules = List.of(rule("strict", rule -> {
                    rule.liveness = true;
                    return rule;
                }));
            }),
            new Case("the second of two", AccessReason.RULE, s -> {
                s.twoPersons = true;
                s.otherWaits = true;
            }),
            new Case("came in already, and it is only told", AccessReason.RULE, s -> {
                s.antiPassback = AntiPassback.SOFT;
                s.whereabouts = s.in("hall", BEFORE);
            }),
            new Case("came in already, and nobody minds", AccessReason.RULE, s -> s.whereabouts = s.in("hall", BEFORE)),
            new Case("went out again", AccessReason.RULE, s -> {
                s.antiPassback = AntiPassback.HARD;
                s.whereabouts = s.in(null, BEFORE);
            }),
            new Case("came in, and it is forgotten", AccessReason.RULE, s -> {
                s.antiPassback = AntiPassback.HARD;
                s.antiPassbackMinutes = 60;
                s.whereabouts = s.in("hall", BEFORE);
            }),
            new Case("came in, and it is not forgotten", AccessReason.ANTIPASSBACK, s -> {
                s.antiPassback = AntiPassback.HARD;
                s.antiPassbackMinutes = 61;
                s.whereabouts = s.in("hall", BEFORE);
            }),
            new Case("came in tomorrow, as the clock was wrong", AccessReason.RULE, s -> {
                s.antiPassback = AntiPassback.HARD;
                s.antiPassbackMinutes = 60;
                s.whereabouts = s.in("hall", NOON.plus(Duration.ofDays(1)));
            }),
            new Case("a second meal", AccessReason.ANTIPASSBACK, s -> {
                s.antiPassback = AntiPassback.HARD;
                s.antiPassbackMinutes = 120;
                s.zoneTo = null;
                s.lastPassedHere = BEFORE;
            }),
            new Case("the next meal", AccessReason.RULE, s -> {
                s.antiPassback = AntiPassback.HARD;
                s.antiPassbackMinutes = 60;
                s.zoneTo = null;
                s.lastPassedHere = BEFORE;
            }));

    private static Case ofRule(String name, AccessReason reason, Consumer<TestingSituation.RuleBuilder> change) {
        return new Case(
                name,
                reason,
                s -> s.rules = List.of(rule("staff", rule -> {
                    change.accept(rule);
                    return rule;
                })));
    }

    static Stream<Case> cases() {
        return Stream.concat(BY_PRECEDENCE.stream(), OTHERS.stream());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCircumstanceHasItsReason(Case one) {
        var situation = new TestingSituation();
        one.change().accept(situation);

        assertThat(situation.decide().ruling().reason()).isEqualTo(one.reason());
    }

    @Test
    void everyReasonThatThePolicyGivesIsReached() {
        Set<AccessReason> reached = cases().map(Case::reason).collect(Collectors.toSet());
        // Those two are no ruling: a guard opens, or nothing can be decided.
        var rulings = EnumSet.complementOf(EnumSet.of(AccessReason.OVERRIDE, AccessReason.FAILED_SAFE));

        assertThat(reached).containsExactlyInAnyOrderElementsOf(rulings);
    }

    static Stream<List<Case>> pairs() {
        return BY_PRECEDENCE.stream().flatMap(first -> BY_PRECEDENCE.stream()
                .skip(BY_PRECEDENCE.indexOf(first) + 1)
                .map(second -> List.of(first, second)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theEarlierReasonCounts(List<Case> pair) {
        var situation = new TestingSituation();
        pair.reversed().forEach(one -> one.change().accept(situation));

        assertThat(situation.decide().ruling().reason())
                .isEqualTo(pair.getFirst().reason());
    }

    @Test
    void everythingAtOnceIsALockdown() {
        var situation = new TestingSituation();
        BY_PRECEDENCE.reversed().forEach(one -> one.change().accept(situation));

        assertThat(situation.decide().ruling().reason()).isEqualTo(AccessReason.LOCKDOWN);
    }

    @Test
    void theFirstRuleByNameThatAppliesIsNamed() {
        var situation = new TestingSituation();
        situation.rules = List.of(
                rule("visitors", rule -> rule), rule("cleaners", rule -> rule), rule("bosses", RuleBuilderChange::off));

        assertThat(situation.decide().ruling())
                .isInstanceOfSatisfying(Ruling.Granted.class, granted -> assertThat(granted.rule())
                        .contains("cleaners"));
    }

    @Test
    void theRuleThatCameNearestGivesTheReason() {
        var situation = new TestingSituation();
        situation.rules = List.of(
                rule("a", rule -> rule.members()),
                rule("b", rule -> rule.members(new Validity(null, BEFORE))),
                rule("c", RuleBuilderChange::closed),
                rule("d", RuleBuilderChange::off));
        assertThat(situation.decide().ruling().reason()).isEqualTo(AccessReason.NOT_AT_THIS_TIME);

        situation.rules = Stream.concat(situation.rules.stream(), Stream.of(rule("e", RuleBuilderChange::escorted)))
                .toList();
        assertThat(situation.decide().ruling().reason()).isEqualTo(AccessReason.ESCORT_MISSING);
    }

    @Test
    void anExplanationListsEveryRuleByNameAndTheChecksUpToTheReason() {
        var situation = new TestingSituation();
        situation.rules = List.of(rule("b", RuleBuilderChange::closed), rule("a", rule -> rule.members()));
        var verdict = situation.decide();

        assertThat(verdict.rules()).extracting(found -> found.rule().name()).containsExactly("a", "b");
        assertThat(verdict.rules())
                .extracting(RuleFinding::outcome)
                .containsExactly(RuleOutcome.NOT_A_MEMBER, RuleOutcome.NOT_AT_THIS_TIME);
        assertThat(verdict.steps().getLast().check()).isEqualTo(AccessPolicy.Check.RULE);
        assertThat(verdict.steps().subList(0, verdict.steps().size() - 1))
                .extracting(AccessPolicy.Step::finding)
                .hasOnlyElementsOfType(AccessPolicy.Finding.Passed.class);
    }

    @Test
    void aSoftViolationAndDuressAreTold() {
        var situation = new TestingSituation();
        situation.antiPassback = AntiPassback.SOFT;
        situation.whereabouts = situation.in("hall", BEFORE);
        situation.pin = new Pin.Right(true);

        assertThat(situation.decide().ruling()).isInstanceOfSatisfying(Ruling.Granted.class, granted -> {
            assertThat(granted.antiPassbackViolated()).isTrue();
            assertThat(granted.duress()).isTrue();
        });
    }

    @Test
    void aLockedPinSaysUntilWhen() {
        var situation = new TestingSituation();
        situation.pin = new Pin.Locked(AFTER);

        assertThat(situation.decide().ruling())
                .isInstanceOfSatisfying(Ruling.Blocked.class, blocked -> assertThat(blocked.until())
                        .contains(AFTER));
    }

    /** Two that many rules need. */
    private static final class RuleBuilderChange {

        static TestingSituation.RuleBuilder off(TestingSituation.RuleBuilder rule) {
            rule.enabled = false;
            return rule;
        }

        static TestingSituation.RuleBuilder closed(TestingSituation.RuleBuilder rule) {
            rule.times = NEVER;
            return rule;
        }

        static TestingSituation.RuleBuilder escorted(TestingSituation.RuleBuilder rule) {
            rule.escortSeconds = 30;
            return rule;
        }
    }
}
