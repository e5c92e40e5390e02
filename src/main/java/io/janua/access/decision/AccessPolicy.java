package io.janua.access.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** May this person pass here now? Pure: everything it depends on is in the {@link Situation}. */
record AccessPolicy(Situation situation, List<RuleFinding> rules) {

    /**
     * What is asked, in this order: the first that settles it gives the reason. What closes or opens a point for
     * everybody comes before what somebody shows, a fraud before who it might be, and who somebody is before what they
     * may.
     */
    enum Check {
        LOCKDOWN("lockdown", AccessPolicy::lockdown),
        RELEASE("release", AccessPolicy::release),
        ENABLED("enabled", AccessPolicy::enabled),
        FACE("face", AccessPolicy::face),
        CARD("card", AccessPolicy::card),
        IDENTITY("identity", AccessPolicy::identity),
        BLOCK_LIST("blockList", AccessPolicy::blockList),
        STATUS("status", AccessPolicy::status),
        VALIDITY("validity", AccessPolicy::validity),
        PIN("pin", AccessPolicy::pin),
        RULE("rule", AccessPolicy::rule),
        FACTORS("factors", AccessPolicy::factors),
        DEMANDS("demands", AccessPolicy::demands),
        ANTI_PASSBACK("antiPassback", AccessPolicy::antiPassback),
        SECOND_PERSON("secondPerson", AccessPolicy::secondPerson);

        private final String wireName;
        private final Function<AccessPolicy, Finding> look;

        Check(String wireName, Function<AccessPolicy, Finding> look) {
            this.wireName = wireName;
            this.look = look;
        }

        String wireName() {
            return wireName;
        }
    }

    /** What one check says. */
    sealed interface Finding {

        String detail();

        record Passed(String detail) implements Finding {}

        record Settled(Ruling ruling, String detail) implements Finding {}
    }

    /** A check with what it said. */
    record Step(Check check, Finding finding) {}

    /**
     * The ruling, and how it came about: the checks up to the one that settled it, and every rule of the point.
     *
     * @param rules empty where it did not come to them
     */
    record Verdict(Ruling ruling, List<Step> steps, List<RuleFinding> rules) {}

    static Verdict decide(Situation situation) {
        var policy = new AccessPolicy(situation, findings(situation));
        List<Step> steps = new ArrayList<>();
        for (Check check : Check.values()) {
            Finding finding = check.look.apply(policy);
            steps.add(new Step(check, finding));
            if (finding instanceof Finding.Settled(Ruling ruling, String _)) {
                return new Verdict(ruling, List.copyOf(steps), policy.rules());
            }
        }
        return new Verdict(policy.granted(), List.copyOf(steps), policy.rules());
    }

    private static List<RuleFinding> findings(Situation situation) {
        return situation.sighting() instanceof Sighting.Known known
                        && situation.person().isPresent()
                ? situation.person().get().rules().stream()
                        .sorted(Comparator.comparing(RuleFacts::name))
                        .map(rule -> RuleFinding.of(
                                rule, situation, known, situation.person().get().pin()))
                        .toList()
                : List.of();
    }

    private Ruling granted() {
        RuleFinding permitting = permitting().orElseThrow();
        return new Ruling.Granted(
                AccessReason.RULE,
                Optional.of(permitting.rule().name()),
                permitting.rule().times().map(RuleFacts.Times::name),
                antiPassbackViolated(),
                person().pin().duress());
    }

    private Finding lockdown() {
        return switch (situation.door().mode()) {
            case LOCKDOWN -> settled(AccessReason.LOCKDOWN, "The point is locked down: nobody passes.");
            case NORMAL, RELEASED -> passed("The point is not locked down.");
        };
    }

    private Finding release() {
        return switch (situation.door().mode()) {
            case RELEASED -> settled(AccessReason.RELEASED, "The point is released: everybody passes.");
            case NORMAL, LOCKDOWN -> passed("The point is not released.");
        };
    }

    private Finding enabled() {
        return situation.door().enabled()
                ? passed("The point is in use.")
                : settled(AccessReason.POINT_DISABLED, "The point is switched off.");
    }

    /** What the pictures say before anybody is looked for. */
    private Finding face() {
        return switch (situation.sighting()) {
            case Sighting.NoFace() -> settled(AccessReason.NO_FACE, "No picture shows a face.");
            case Sighting.ManyFaces() -> settled(AccessReason.MANY_FACES, "Two people are before the camera.");
            case Sighting.PoorQuality() ->
                settled(AccessReason.POOR_QUALITY, "No picture is good enough to tell who it is.");
            case Sighting.Spoof() -> settled(AccessReason.SPOOF, "The face seems to be a photograph or a screen.");
            case Sighting.Disagreeing() -> settled(AccessReason.FRAMES_DISAGREE, "The pictures show different people.");
            case Sighting.Stranger(), Sighting.Ambiguous(), Sighting.Mismatch(), Sighting.Known _ ->
                passed("A face is seen.");
            case Sighting.NotLooked() -> throw new IllegalStateException("nobody looked where it matters who comes");
        };
    }

    private Finding card() {
        return switch (situation.card()) {
            case UNKNOWN -> settled(AccessReason.CARD_UNKNOWN, "Nobody of the gallery has the card.");
            case KNOWN -> passed("Somebody of the gallery has the card.");
            case NOT_SHOWN -> passed("No card was shown.");
        };
    }

    private Finding identity() {
        return switch (situation.sighting()) {
            case Sighting.Stranger() -> settled(AccessReason.NOT_IDENTIFIED, "The face is nobody's of the gallery.");
            case Sighting.Ambiguous() ->
                settled(AccessReason.AMBIGUOUS, "Two or more of the gallery are that much alike.");
            case Sighting.Mismatch() ->
                settled(AccessReason.CLAIM_MISMATCH, "The face is not that of the card's holder.");
            case Sighting.Known _ -> passed("The person is recognised.");
            case Sighting.NotLooked(),
                    Sighting.NoFace(),
                    Sighting.ManyFaces(),
                    Sighting.PoorQuality(),
                    Sighting.Spoof(),
                    Sighting.Disagreeing() -> throw new IllegalStateException("settled by an earlier check");
        };
    }

    private Finding blockList() {
        return person().onBlockList()
                ? settled(AccessReason.BLOCK_LIST, "The person is blocked.")
                : passed("The person is not blocked.");
    }

    private Finding status() {
        return person().suspended()
                ? settled(AccessReason.NOT_ENABLED, "The person is suspended.")
                : passed("The person is not suspended.");
    }

    private Finding validity() {
        Instant now = situation.now();
        if (!person().validity().begun(now)) {
            return settled(AccessReason.NOT_YET_VALID, "The person's validity has not begun.");
        }
        return person().validity().over(now)
                ? settled(AccessReason.EXPIRED, "The person's validity has ended.")
                : passed("The person is within their validity.");
    }

    /** What was entered is judged whether or not it is asked for: a wrong PIN is never a good sign. */
    private Finding pin() {
        return switch (person().pin()) {
            case Pin.Locked(Instant until) ->
                new Finding.Settled(
                        new Ruling.Blocked(AccessReason.PIN_LOCKED, Optional.of(until)),
                        "Too many wrong PINs were entered for the person.");
            case Pin.Wrong() -> settled(AccessReason.PIN_WRONG, "The PIN is not the person's.");
            case Pin.Right _ -> passed("The PIN is the person's.");
            case Pin.NotEntered() -> passed("No PIN was entered.");
        };
    }

    private Finding rule() {
        var nearest = nearest();
        if (nearest.isEmpty()) {
            return settled(AccessReason.NO_RULE, "No rule names this point.");
        }
        RuleFinding rule = nearest.get();
        return switch (rule.outcome()) {
            case APPLIES, DEMAND_UNMET ->
                passed("The rule '%s' names person, point and time."
                        .formatted(rule.rule().name()));
            case DISABLED, EXPIRED, NOT_VALID_YET, NOT_A_MEMBER, MEMBER_EXPIRED, NOT_AT_THIS_TIME ->
                settled(rule.reason(), rule.detail());
        };
    }

    private Finding factors() {
        return RuleFinding.missing(situation.door().settings().factors(), situation.card(), person().pin())
                .map(missing -> settled(missing, "The point demands more than the face."))
                .orElseGet(() -> passed("All that the point demands was shown."));
    }

    private Finding demands() {
        RuleFinding nearest = nearest().orElseThrow();
        return nearest.outcome() == RuleOutcome.APPLIES
                ? passed("All that the rule demands is met.")
                : settled(nearest.reason(), nearest.detail());
    }

    private Finding antiPassback() {
        if (!antiPassbackViolated()) {
            return passed("The person is where one passes from, or nobody knows where they are.");
        }
        return switch (situation.door().settings().antiPassback()) {
            case HARD -> settled(AccessReason.ANTIPASSBACK, "The person has come in already, and has not left.");
            case SOFT -> passed("The person has come in already, and has not left; the point only tells.");
            case OFF -> throw new IllegalStateException("nothing is violated where nothing is asked");
        };
    }

    private Finding secondPerson() {
        if (!situation.door().settings().twoPersons()) {
            return passed("One person is enough.");
        }
        return situation.otherWaits()
                ? passed("Another person who may pass has just come.")
                : settled(AccessReason.SECOND_PERSON_AWAITED, "A second person who may pass has to come.");
    }

    private boolean antiPassbackViolated() {
        return AntiPassbackPolicy.violated(situation.door(), person(), situation.now());
    }

    private Optional<RuleFinding> permitting() {
        return rules.stream()
                .filter(rule -> rule.outcome() == RuleOutcome.APPLIES)
                .findFirst();
    }

    /** Among equally near ones the first by name. */
    private Optional<RuleFinding> nearest() {
        return rules.stream().reduce((one, other) -> RuleFinding.NEARNESS.compare(other, one) > 0 ? other : one);
    }

    private Person person() {
        return situation.person().orElseThrow();
    }

    private static Finding passed(String detail) {
        return new Finding.Passed(detail);
    }

    private static Finding settled(AccessReason reason, String detail) {
        return new Finding.Settled(Ruling.of(reason), detail);
    }
}
