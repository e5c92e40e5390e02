package io.janua.access.decision;

import io.janua.access.Credentials;
import io.janua.access.PointMode;
import io.janua.access.PointRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Puts together what a decision depends on. */
@ApplicationScoped
class Situations {

    private final Credentials credentials;
    private final PinAttempts attempts;

    Situations(Credentials credentials, PinAttempts attempts) {
        this.credentials = credentials;
        this.attempts = attempts;
    }

    /** Whether it matters who comes. */
    static boolean looks(PointRef point) {
        return door(point, point.enabled(), point.mode()).looks();
    }

    /** @param pin as it was entered */
    Situation of(
            PointRef point,
            Instant now,
            Observation seen,
            Card card,
            Optional<FactsReader.Owner> owner,
            Facts facts,
            Optional<String> pin) {
        Optional<Person> person = owner.filter(known -> seen.sighting() instanceof Sighting.Known)
                .map(known -> person(known, facts, pin(point, known, facts, pin, now), now));
        boolean otherWaits = facts.waiting().isPresent()
                || owner.flatMap(known -> facts.ownGrant(known.id(), now)).isPresent();
        return new Situation(
                now, door(point, facts.enabled(), facts.mode()), seen.sighting(), card, person, otherWaits);
    }

    /** For a person who is only thought of. */
    static Situation supposed(
            PointRef point,
            Instant now,
            Sighting.Known sighting,
            Card card,
            FactsReader.Owner owner,
            Facts facts,
            Pin pin) {
        return new Situation(
                now,
                door(point, facts.enabled(), facts.mode()),
                sighting,
                card,
                Optional.of(person(owner, facts, pin, now)),
                facts.waiting().isPresent());
    }

    /** Whether it matters who comes by now: the point may have been remembered as it was a moment ago. */
    static boolean looks(PointRef point, Facts facts) {
        return door(point, facts.enabled(), facts.mode()).looks();
    }

    private static Situation.Door door(PointRef point, boolean enabled, PointMode mode) {
        return new Situation.Door(enabled, mode, point.settings(), point.zoneFrom(), point.zoneTo());
    }

    private static Person person(FactsReader.Owner owner, Facts facts, Pin pin, Instant now) {
        // What follows right after somebody's own grant is judged as if it had not been: they stand before the camera
        // still.
        var own = facts.ownGrant(owner.id(), now);
        Optional<Whereabouts> place = facts.place()
                .flatMap(last ->
                        own.filter(grant -> grant.id().equals(last.decision())).isPresent()
                                ? Optional.ofNullable(last.before())
                                : Optional.of(last.whereabouts()));
        return new Person(
                owner.suspended(),
                owner.validity(),
                facts.onBlockList(),
                pin,
                facts.rules(),
                place,
                own.isPresent() ? Optional.empty() : facts.lastPassedHere());
    }

    private Pin pin(PointRef point, FactsReader.Owner owner, Facts facts, Optional<String> entered, Instant now) {
        if (entered.isEmpty()) {
            return new Pin.NotEntered();
        }
        return attempts.lockedUntil(facts.pinLockedUntil(), now)
                .<Pin>map(Pin.Locked::new)
                .orElseGet(() -> Pin.of(credentials.check(point.gallery(), owner.id(), entered.get())));
    }
}
