package io.janua.audit;

/** A file that cannot be checked because it is something else; the message says why. */
final class NotAnExport extends Exception {

    NotAnExport(String message) {
        super(message);
    }
}
