package io.janua.security.secrets;

/** The keeper of the master key cannot be reached, or will not serve us. What was asked may succeed later. */
public final class MasterKeyUnavailable extends RuntimeException {

    MasterKeyUnavailable(String keyId, String reason) {
        this(keyId, reason, null);
    }

    MasterKeyUnavailable(String keyId, String reason, Throwable cause) {
        super("the master key %s cannot be used: %s".formatted(keyId, reason), cause);
    }
}
