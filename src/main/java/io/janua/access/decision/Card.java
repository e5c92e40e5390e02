package io.janua.access.decision;

/** Whether a card was shown. Whose it is decides whom the face is compared with, before anything else is asked. */
enum Card {
    NOT_SHOWN,
    /** Nobody of the gallery has it. */
    UNKNOWN,
    /** Somebody's. */
    KNOWN
}
