package io.janua.access.decision;

import io.janua.access.PointRef;
import io.janua.security.Caller;
import io.janua.security.Operations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Shows decisions as far as the caller may see them. */
@ApplicationScoped
class DecisionViews {

    private final CardFrames cards;
    private final Caller caller;

    DecisionViews(CardFrames cards, Caller caller) {
        this.cards = cards;
        this.caller = caller;
    }

    /** To whoever asked at the door: it is the only one who gets the card. */
    AccessDecisionView answer(Decision decision, boolean repeated, PointRef point) {
        return AccessDecisionView.of(decision, repeated, reads(), cards.of(decision, point));
    }

    AccessDecisionView show(Decision decision) {
        return AccessDecisionView.of(decision, false, reads(), Optional.empty());
    }

    private boolean reads() {
        return caller.mayDo(Operations.ACCESS_READ);
    }
}
