package io.janua.hook.relay;

import io.janua.hook.Attempt;
import io.janua.hook.Outgoing;
import java.time.Duration;
import java.util.Optional;

/** What relays know of events. */
final class Events {

    static final String GRANTED = "access.granted";
    static final String TEST = "hook.test";

    private static final int OPEN_SECONDS = 3;

    private Events() {}

    /** How long the door is to be open; as points have it by default where the event does not say. */
    static int openSeconds(Outgoing outgoing) {
        return outgoing.data().get("openSeconds") instanceof Number seconds ? seconds.intValue() : OPEN_SECONDS;
    }

    static boolean isTest(Outgoing outgoing) {
        return outgoing.type().equals(TEST);
    }

    /** A relay knows one movement only, so nothing else may reach it: a denial must never open. */
    static Optional<Attempt> refusal(Outgoing outgoing) {
        return outgoing.type().equals(GRANTED) || isTest(outgoing)
                ? Optional.empty()
                : Optional.of(new Attempt(
                        Attempt.Verdict.FAILED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("A relay is told of grants only."),
                        Optional.empty(),
                        Duration.ZERO));
    }

    static String withoutSlash(String url) {
        return url.replaceAll("/+$", "");
    }
}
