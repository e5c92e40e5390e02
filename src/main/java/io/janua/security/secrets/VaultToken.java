package io.janua.security.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What we show to Vault. A token in a file lives for hours and is renewed by an agent, so the file is read again when
 * Vault refuses the last one.
 */
final class VaultToken {

    private final Optional<Path> file;
    private volatile String text;

    private VaultToken(Optional<Path> file, String text) {
        this.file = file;
        this.text = text;
    }

    static VaultToken of(String text) {
        return new VaultToken(Optional.empty(), checked(text));
    }

    /** Read when it is first needed: an agent may write it a moment after we start. */
    static VaultToken in(Path file) {
        return new VaultToken(Optional.of(file), null);
    }

    String text() throws IOException {
        if (text == null) {
            text = read();
        }
        return text;
    }

    /** @return whether there is another token now than the one that was refused */
    boolean renewed(String refused) throws IOException {
        if (file.isPresent()) {
            text = read();
        }
        return !text.equals(refused);
    }

    private String read() throws IOException {
        try {
            return checked(Files.readString(file.orElseThrow()));
        } catch (IllegalArgumentException malformed) {
            throw new IOException(malformed);
        }
    }

    /** The HTTP client would quote a malformed header in its exception. */
    private static String checked(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || !stripped.chars().allMatch(character -> character > ' ' && character < 127)) {
            throw new IllegalArgumentException("a Vault token is printable ASCII without spaces");
        }
        return stripped;
    }
}
