package io.janua.audit.transparency;

/** A file that cannot be checked because it is something else; the message says why. */
public final class NotAnExport extends Exception {

    NotAnExport(String message) {
        super(message);
    }
}
