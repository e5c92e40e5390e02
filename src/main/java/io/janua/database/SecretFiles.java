package io.janua.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Secrets out of files, as platforms that run containers hand them out: where {@code JANUA_DB_PASSWORD_FILE} names a
 * file, its content is {@code JANUA_DB_PASSWORD}. An environment is shown to whoever may describe the container.
 */
public final class SecretFiles implements ConfigSource {

    /** The master key is no such text: its file is looked at by {@code MasterKeyProducer}. */
    private static final List<String> SECRETS =
            List.of("JANUA_BOOTSTRAP_KEY", "JANUA_DB_OWNER_PASSWORD", "JANUA_DB_PASSWORD");

    private static final String NAMES_A_FILE = "_FILE";
    /** There a variable may be set to nothing, as platforms write what nobody filled in; with a value it is refused. */
    private static final int ABOVE_ENVIRONMENT = 301;

    private final Map<String, String> secrets = new TreeMap<>();

    public SecretFiles() {
        this(System.getenv());
    }

    /** @throws IllegalStateException when a file cannot be read, or a secret comes by two ways */
    SecretFiles(Map<String, String> environment) {
        for (String secret : SECRETS) {
            String file = environment.getOrDefault(secret + NAMES_A_FILE, "");
            if (file.isBlank()) {
                continue;
            }
            if (!environment.getOrDefault(secret, "").isBlank()) {
                throw new IllegalStateException(
                        "%s and %s%s are set: set one of them.".formatted(secret, secret, NAMES_A_FILE));
            }
            secrets.put(secret, read(secret, Path.of(file)));
        }
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.copyOf(secrets.keySet());
    }

    @Override
    public String getValue(String name) {
        return secrets.get(name);
    }

    @Override
    public int getOrdinal() {
        return ABOVE_ENVIRONMENT;
    }

    @Override
    public String getName() {
        return "secrets in files";
    }

    /** Without the line's end that most editors and {@code echo} put there. */
    private static String read(String secret, Path file) {
        try {
            return Files.readString(file).stripTrailing();
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "%s%s names %s, which cannot be read by the service.".formatted(secret, NAMES_A_FILE, file),
                    unreadable);
        }
    }
}
