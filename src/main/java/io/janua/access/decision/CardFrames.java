package io.janua.access.decision;

import io.janua.access.Credentials;
import io.janua.access.PointRef;
import io.janua.access.wiegand.Encoding;
import io.janua.access.wiegand.WiegandFrame;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The card of somebody who may pass, as a panel's reader would send it. Made anew each time: no decision keeps it. */
@ApplicationScoped
class CardFrames {

    private final Credentials credentials;

    CardFrames(Credentials credentials) {
        this.credentials = credentials;
    }

    /** Empty for what is not granted to a person, without a card, and where it does not fit the point's format. */
    Optional<WiegandFrame> of(Decision decision, PointRef point) {
        var format = point.settings().wiegand().format();
        if (format.isEmpty() || decision.outcome() != AccessOutcome.GRANTED || decision.subjectId() == null) {
            return Optional.empty();
        }
        return credentials
                .cardOf(point.gallery(), decision.subjectId())
                .map(card -> Encoding.of(format.get(), card.facility(), card.number()))
                .filter(Encoding.Fits.class::isInstance)
                .map(fits -> ((Encoding.Fits) fits).frame());
    }
}
