package io.janua.access.decision;

import io.janua.access.PinCheck;
import java.time.Instant;

/** What was entered, and what it is to the person who was recognised. */
sealed interface Pin {

    record NotEntered() implements Pin {}

    /** @param duress entered under threat: everything goes on as usual, and help is called */
    record Right(boolean duress) implements Pin {}

    record Wrong() implements Pin {}

    /** After too many wrong ones; what was entered now is not looked at. */
    record Locked(Instant until) implements Pin {}

    static Pin of(PinCheck check) {
        return switch (check) {
            case RIGHT -> new Right(false);
            case DURESS -> new Right(true);
            // Whoever has none is not told so.
            case WRONG, NONE -> new Wrong();
        };
    }

    default boolean right() {
        return this instanceof Right;
    }

    default boolean duress() {
        return this instanceof Right(boolean duress) && duress;
    }
}
