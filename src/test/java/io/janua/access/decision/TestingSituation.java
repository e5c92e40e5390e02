package io.janua.access.decision;

import io.janua.access.AntiPassback;
import io.janua.access.Factors;
import io.janua.access.PointMode;
import io.janua.access.PointSettings;
import io.janua.access.RuleDemands;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Somebody whom a rule permits to pass a door into the hall, at noon; each test changes what it is about. */
final class TestingSituation {

    static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    static final UUID POINT = new UUID(0, 1);

    Instant now = NOON;
    boolean enabled = true;
    PointMode mode = PointMode.NORMAL;
    Factors factors;
    AntiPassback antiPassback;
    Integer antiPassbackMinutes;
    boolean twoPersons;
    String zoneFrom;
    String zoneTo = "hall";
    Sighting sighting = new Sighting.Known(1e-6, false);
    Card card = Card.NOT_SHOWN;
    boolean suspended;
    Validity validity = Validity.ALWAYS;
    boolean onBlockList;
    Pin pin = new Pin.NotEntered();
    List<RuleFacts> rules = List.of(rule("staff", rule -> rule));
    Whereabouts whereabouts;
    Instant lastPassedHere;
    boolean otherWaits;

    /** A rule for everyone that always holds. */
    static RuleFacts rule(String name, UnaryOperator<RuleBuilder> change) {
        return change.apply(new RuleBuilder()).build(name);
    }

    static final class RuleBuilder {
        boolean enabled = true;
        Validity validity = Validity.ALWAYS;
        boolean everyone = true;
        List<Validity> memberships = List.of();
        RuleFacts.Times times;
        boolean liveness;
        Double fmr;
        Factors factors;
        Integer escortSeconds;
        boolean escorted;

        RuleBuilder members(Validity... of) {
            everyone = false;
            memberships = List.of(of);
            return this;
        }

        RuleFacts build(String name) {
            return new RuleFacts(
                    name,
                    enabled,
                    validity,
                    everyone,
                    memberships,
                    Optional.ofNullable(times),
                    new RuleDemands(liveness, fmr, factors, escortSeconds),
                    escorted);
        }
    }

    Whereabouts in(String zone, Instant since) {
        return new Whereabouts(zone, since, POINT, new UUID(0, 2));
    }

    Situation build() {
        var settings = new PointSettings(
                null,
                null,
                null,
                null,
                factors,
                antiPassback,
                antiPassbackMinutes,
                twoPersons,
                null,
                null,
                null,
                null,
                null);
        Optional<Person> person = sighting instanceof Sighting.Known
                ? Optional.of(new Person(
                        suspended,
                        validity,
                        onBlockList,
                        pin,
                        rules,
                        Optional.ofNullable(whereabouts),
                        Optional.ofNullable(lastPassedHere)))
                : Optional.empty();
        return new Situation(
                now, new Situation.Door(enabled, mode, settings, zoneFrom, zoneTo), sighting, card, person, otherWaits);
    }

    AccessPolicy.Verdict decide() {
        return AccessPolicy.decide(build());
    }
}
