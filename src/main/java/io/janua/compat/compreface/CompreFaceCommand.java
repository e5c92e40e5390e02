package io.janua.compat.compreface;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * {@code ./janua compreface}: reads the pictures of a recognition service of CompreFace and sends them to a gallery as
 * imports. Its vectors are of other models and mean nothing here, so everybody is enrolled anew from the pictures.
 */
public final class CompreFaceCommand {

    static final int EVERYBODY = 0;
    static final int NOT_EVERYBODY = 1;
    static final int UNUSABLE = 2;

    /** What an import takes by default (janua.imports.max-pictures). */
    private static final int PART_PICTURES = 50_000;

    private static final long PART_BYTES = 2_000_000_000L;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final int NAMES_SHOWN = 10;

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;
    private final int partPictures;

    CompreFaceCommand(PrintStream out, PrintStream err, Map<String, String> environment, int partPictures) {
        this.out = out;
        this.err = err;
        this.environment = environment;
        this.partPictures = partPictures;
    }

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new CompreFaceCommand(out, err, System.getenv(), PART_PICTURES).run(List.of(arguments)));
    }

    /** @return the exit code */
    int run(List<String> arguments) {
        try {
            var options = CompreFaceOptions.parse(arguments, usualAddress());
            var tally = new Tally();
            migrate(options, tally);
            report(tally);
            return tally.everybodyIsEnrolled() ? EVERYBODY : NOT_EVERYBODY;
        } catch (Unusable unusable) {
            err.println(unusable.getMessage());
            return UNUSABLE;
        }
    }

    private void migrate(CompreFaceOptions options, Tally tally) throws Unusable {
        var imports = new JanuaImports(options.to(), required("JANUA_API_KEY"), options.gallery());
        imports.requireGallery();
        try (Examples examples = examples(options)) {
            out.println(english("Examples in CompreFace: %,d", examples.total()));
            long before = 0;
            var archive = part(examples, tally);
            for (int number = 1; archive.hasPicture(); number++) {
                var sent = imports.send(archive, "CompreFace, part %d".formatted(number), options.consent());
                out.println(english("Pictures sent: %,d, as import %s", tally.pictures() - before, sent.id()));
                var ended = ended(imports, sent);
                tally.ended(ended.enrolled(), ended.refused());
                before = tally.pictures();
                archive = part(examples, tally);
            }
        } catch (IOException unreadable) {
            throw unreadable instanceof Unusable told ? told : new Unusable(unreadable.getMessage());
        }
    }

    private ArchivePart part(Examples examples, Tally tally) {
        return new ArchivePart(examples, tally, partPictures, PART_BYTES);
    }

    private Examples examples(CompreFaceOptions options) throws Unusable {
        String key = required("COMPREFACE_API_KEY");
        if (!options.isFromDatabase()) {
            return CompreFaceApi.of(URI.create(options.from()), key);
        }
        var credentials = new Properties();
        setting("COMPREFACE_DB_USER").ifPresent(user -> credentials.setProperty("user", user));
        setting("COMPREFACE_DB_PASSWORD").ifPresent(password -> credentials.setProperty("password", password));
        return CompreFaceDatabase.of(options.from(), credentials, key);
    }

    private JanuaImports.Progress ended(JanuaImports imports, JanuaImports.Progress begun) throws Unusable {
        var progress = begun;
        boolean person = System.console() != null && System.console().isTerminal();
        while (!progress.isEnded()) {
            if (person) {
                err.print(english(
                        "\r%,d of %,d enrolled, %,d refused ",
                        progress.enrolled(), progress.total(), progress.refused()));
            }
            pause();
            progress = imports.progress(progress.id()).orElse(progress);
        }
        if (person) {
            err.println();
        }
        if (!progress.state().equals("done")) {
            throw new Unusable("The import %s was %s; look at GET /v1/imports/%s. Calling this again goes on: what is"
                            .formatted(progress.id(), progress.state(), progress.id())
                    + " enrolled stays, and counts as enrolled.");
        }
        return progress;
    }

    private void report(Tally tally) {
        out.println(english("Enrolled: %,d, refused: %,d", tally.enrolled(), tally.refused()));
        if (tally.refused() > 0) {
            out.println(
                    "Why, for each picture: GET /v1/imports/{id}/items?outcome=refused, or the console's page Imports.");
        }
        names("CompreFace kept no picture of an example of", tally.subjectsWithoutPicture());
        names("These names cannot be ids here, and were left out:", tally.unnameableSubjects());
    }

    private void names(String what, Set<String> subjects) {
        if (!subjects.isEmpty()) {
            out.println(english(
                    "%s %s%s",
                    what,
                    String.join(", ", subjects.stream().limit(NAMES_SHOWN).toList()),
                    subjects.size() > NAMES_SHOWN ? " and %,d more.".formatted(subjects.size() - NAMES_SHOWN) : "."));
        }
    }

    private URI usualAddress() {
        return URI.create("http://127.0.0.1:" + setting("JANUA_HTTP_PORT").orElse("8080"));
    }

    private String required(String name) throws Unusable {
        return setting(name).orElseThrow(() -> new Unusable("Set %s.\n\n%s".formatted(name, CompreFaceOptions.USAGE)));
    }

    private Optional<String> setting(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static void pause() throws Unusable {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unusable("Interrupted; the import goes on without this command.");
        }
    }

    private static String english(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
