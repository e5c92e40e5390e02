package io.janua.ops.doctor;

import static io.janua.ops.doctor.Finding.fail;
import static io.janua.ops.doctor.Finding.warn;

import io.janua.ops.offline.Installation;
import io.janua.security.secrets.FileAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Files that hold secrets, and who may read them. */
final class FilesCheckup {

    private static final String ABOUT = "secret files";

    private record Setting(String property, String variable) {}

    /** Besides the master key's, which is {@link SecretsCheckup}'s. */
    private static final List<Setting> SETTINGS = List.of(
            new Setting("janua.secrets.vault.token-file", "JANUA_VAULT_TOKEN_FILE"),
            new Setting("janua.tls.key", "JANUA_TLS_KEY"),
            new Setting("JANUA_DB_PASSWORD_FILE", "JANUA_DB_PASSWORD_FILE"),
            new Setting("JANUA_DB_OWNER_PASSWORD_FILE", "JANUA_DB_OWNER_PASSWORD_FILE"),
            new Setting("JANUA_BOOTSTRAP_KEY_FILE", "JANUA_BOOTSTRAP_KEY_FILE"));

    private final Installation installation;
    private final Consumer<Finding> found;

    FilesCheckup(Installation installation, Consumer<Finding> found) {
        this.installation = installation;
        this.found = found;
    }

    void look() {
        SETTINGS.forEach(setting -> installation
                .text(setting.property())
                .map(Path::of)
                .flatMap(file -> examined(setting.variable(), file))
                .ifPresent(found));
    }

    /** @return empty where it is as it should be */
    static Optional<Finding> examined(String variable, Path file) {
        try {
            return warning(
                    "%s, which %s names,".formatted(file, variable),
                    FileAccess.of(file).verdict());
        } catch (IOException unreadable) {
            return Optional.of(fail(
                    ABOUT,
                    "%s names %s, which cannot be looked at".formatted(variable, file),
                    "correct it, or let the service's user into its folder"));
        }
    }

    static Optional<Finding> warning(String file, FileAccess.Verdict verdict) {
        return switch (verdict) {
            case FINE -> Optional.empty();
            case WIDE ->
                Optional.of(warn(
                        ABOUT,
                        file + " may be read by everybody here",
                        "mount it with mode 0440 and the service's group"));
            case REFUSED ->
                Optional.of(warn(
                        ABOUT,
                        file + " may be used by others than its owner",
                        "chmod 600 on it; 640 where it belongs to root and the service's group"));
        };
    }
}
