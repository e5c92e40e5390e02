package io.janua.audit.transparency;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code ./janua audit}: checks an export of the audit log, without service and database. */
public final class AuditCommand {

    static final int INTACT = 0;
    static final int FINDINGS = 1;
    static final int UNUSABLE = 2;

    private static final int FINDINGS_SHOWN = 20;
    private static final long MAX_SMALL_FILE_BYTES = 1 << 20;

    private final PrintStream out;
    private final PrintStream err;

    AuditCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new AuditCommand(out, err).run(List.of(arguments)));
    }

    /** @return the exit code */
    int run(List<String> arguments) {
        try {
            return verify(AuditOptions.parse(arguments));
        } catch (AuditOptions.Misused misused) {
            err.println(misused.getMessage());
            return UNUSABLE;
        } catch (Unusable unusable) {
            err.println(unusable.getMessage());
            return UNUSABLE;
        }
    }

    private int verify(AuditOptions options) throws Unusable {
        List<LogKey> keys = keys(options.key());
        Optional<NoteReading> kept = options.checkpoint().isPresent()
                ? Optional.of(keptCheckpoint(options.checkpoint().get(), keys))
                : Optional.empty();
        Verification verification = verify(options.file(), new ExportVerifier(keys, kept));
        report(verification);
        return verification.isIntact() ? INTACT : FINDINGS;
    }

    private Verification verify(Path file, ExportVerifier verifier) throws Unusable {
        try (InputStream in =
                new ReadProgress(Files.newInputStream(file), Files.size(file), ReadProgress.terminal(err))) {
            return verifier.verify(in);
        } catch (NotAnExport other) {
            throw new Unusable(file, other.getMessage());
        } catch (IOException unreadable) {
            throw new Unusable(file, reason(unreadable));
        }
    }

    private void report(Verification verification) {
        List<Finding> findings = verification.findings();
        if (!verification.isIntact()) {
            findings.stream().limit(FINDINGS_SHOWN).forEach(finding -> out.println(finding.message()));
            if (findings.size() > FINDINGS_SHOWN) {
                out.println(english("… and %,d more.", findings.size() - FINDINGS_SHOWN));
            }
            out.println(english(
                    "%,d %s: the export is not what was signed, or not all of it.",
                    findings.size(), findings.size() == 1 ? "finding" : "findings"));
            return;
        }
        verification.signed().ifPresent(signed -> out.println(intact(verification.first(), signed)));
        verification
                .continued()
                .ifPresent(size ->
                        out.println(english("It continues the log of %,d entries whose checkpoint you kept.", size)));
    }

    private static String intact(long first, NoteReading.Signed signed) {
        Checkpoint tree = signed.checkpoint();
        long entries = tree.size() - first;
        String range = entries == 0 ? "" : english(", %,d to %,d", first, tree.size() - 1);
        return english(
                "%,d %s%s, tree of %,d signed by %s key %s: complete and unchanged.",
                entries, entries == 1 ? "entry" : "entries", range, tree.size(), tree.origin(), signed.keyId());
    }

    private static List<LogKey> keys(Path file) throws Unusable {
        try {
            return LogKey.allFromPem(text(file));
        } catch (IllegalArgumentException other) {
            throw new Unusable(file, other.getMessage());
        }
    }

    private static NoteReading keptCheckpoint(Path file, List<LogKey> keys) throws Unusable {
        return switch (new CheckpointVerifier(keys).read(text(file))) {
            case NoteReading.Malformed(String reason) ->
                throw new Unusable(file, "it is no signed checkpoint, " + reason);
            case NoteReading readable -> readable;
        };
    }

    private static String text(Path file) throws Unusable {
        try {
            if (Files.size(file) > MAX_SMALL_FILE_BYTES) {
                throw new Unusable(file, "it is too long to be what it should be");
            }
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new Unusable(file, reason(unreadable));
        }
    }

    private static String reason(IOException unreadable) {
        return switch (unreadable) {
            case NoSuchFileException _ -> "there is no such file";
            case MalformedInputException _ -> "it is no text in UTF-8";
            default -> unreadable.getMessage();
        };
    }

    private static String english(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    private static final class Unusable extends Exception {

        Unusable(Path file, String reason) {
            super("%s cannot be used: %s.".formatted(file, reason));
        }
    }
}
