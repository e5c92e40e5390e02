package io.janua.security.secrets;

/** The master key at hand does not unwrap a secret. Asking again does not help. */
public final class MasterKeyWrong extends RuntimeException {

    MasterKeyWrong(String keyId, Throwable cause) {
        super(
                "the master key %s does not unwrap a stored secret: another key wrapped it, or it was altered"
                        .formatted(keyId),
                cause);
    }
}
