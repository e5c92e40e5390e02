package io.janua.compat.compreface;

import java.io.IOException;

/** Why it cannot go on, and what to do: a sentence for whoever called the command. */
final class Unusable extends IOException {

    Unusable(String message) {
        super(message);
    }
}
