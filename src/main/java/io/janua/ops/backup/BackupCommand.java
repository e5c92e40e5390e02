package io.janua.ops.backup;

import io.janua.ops.offline.CommandLog;
import io.janua.ops.offline.Installation;
import io.janua.security.secrets.MasterKeyUnavailable;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;

/** What {@code ./janua backup} and {@code ./janua restore} do to the database. */
public final class BackupCommand {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    /** As backup.sh knows it. */
    private static final int IN_DOUBT = 3;

    private static final String USAGE = "usage: write FOLDER [KEYCLOAK] | restore FOLDER [KEYCLOAK] | check FOLDER";

    private final Supplier<Installation> configured;
    private final PrintStream out;
    private final PrintStream err;

    BackupCommand(Supplier<Installation> configured, PrintStream out, PrintStream err) {
        this.configured = configured;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        CommandLog.silence();
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new BackupCommand(Installation::configured, out, err).run(List.of(arguments)));
    }

    /** @return the exit code */
    int run(List<String> arguments) {
        if (arguments.size() < 2 || arguments.size() > 3) {
            err.println(USAGE);
            return MISUSED;
        }
        try {
            Path folder = Path.of(arguments.get(1)).toAbsolutePath();
            Optional<Path> keycloak = arguments.stream().skip(2).findFirst().map(Path::of);
            Installation installation = configured.get();
            return switch (arguments.getFirst()) {
                case "write" -> told(new Backup(installation).writeTo(folder, keycloak));
                case "restore" -> told(new Restoration(installation).restore(folder, keycloak));
                case "check" -> told(new Restoration(installation).check(folder));
                default -> {
                    err.println(USAGE);
                    yield MISUSED;
                }
            };
        } catch (SQLException databaseFails) {
            err.println("The database cannot be used: " + databaseFails.getMessage());
            return FAILED;
        } catch (RestoredInDoubt doubt) {
            err.println(doubt.getMessage());
            return IN_DOUBT;
        } catch (FileSystemException inaccessible) {
            // Its message is often no more than a path.
            err.println("A file cannot be used: " + inaccessible);
            return FAILED;
        } catch (UncheckedIOException unreadable) {
            err.println("%s: %s"
                    .formatted(unreadable.getMessage(), unreadable.getCause().getMessage()));
            return FAILED;
        } catch (Refused
                | IOException
                | FlywayException
                | MasterKeyUnavailable
                | NoSuchElementException
                | IllegalStateException
                | IllegalArgumentException refused) {
            err.println(refused.getMessage());
            return FAILED;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private int told(Manifest manifest) {
        out.println(english(
                "State of %s, schema %s, PostgreSQL %s, master key %s.",
                manifest.takenAt(),
                manifest.schema(),
                manifest.postgres(),
                manifest.masterKeys().isEmpty() ? "none yet" : String.join(", ", manifest.masterKeys())));
        out.println(english(
                "%,d tenants, %,d subjects, %,d templates, %,d kept pictures, %,d audit entries.",
                manifest.rowsOf("tenant"),
                manifest.rowsOf("subject"),
                manifest.rowsOf("template"),
                manifest.rowsOf("sample_image"),
                manifest.rowsOf("audit_entry")));
        return DONE;
    }

    private static String english(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
