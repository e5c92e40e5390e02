package io.janua.access;

/** What a PIN is to the person who is said to have entered it. */
public enum PinCheck {
    RIGHT,
    /** Right, and entered under threat: the door opens, and help is called. */
    DURESS,
    WRONG,
    /** The person has no PIN. */
    NONE
}
