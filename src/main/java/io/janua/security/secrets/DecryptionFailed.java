package io.janua.security.secrets;

/** Stored data do not open: another key sealed them, for another use, or they were altered since. */
public final class DecryptionFailed extends RuntimeException {

    DecryptionFailed(String what, Throwable cause) {
        super("%s does not open: another key sealed it, for another use, or it was altered".formatted(what), cause);
    }
}
