package io.janua.ops.backup;

import io.janua.ops.offline.DatabaseAccess;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own pg_dump and pg_restore, of one installation. */
final class PostgresTools {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    private final Path folder;
    private final int major;

    private PostgresTools(Path folder, int major) {
        this.folder = folder;
        this.major = major;
    }

    /**
     * The oldest ones that are new enough: what a pg_dump writes, an older pg_restore may not read.
     *
     * @throws Refused when there are none
     */
    static PostgresTools atLeast(int major) throws Refused {
        return candidates()
                .flatMap(folder -> of(folder).stream())
                .filter(tools -> tools.major >= major)
                .min(Comparator.comparingInt(tools -> tools.major))
                .orElseThrow(() -> new Refused(
                        "There is no pg_dump and pg_restore of PostgreSQL %1$d or newer: install postgresql-client-%1$d."
                                .formatted(major)));
    }

    /** @return what the program said */
    String run(DatabaseAccess database, String program, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(folder.resolve(program).toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        // A person's own settings are not meant for this database.
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PG"));
        builder.environment().putAll(database.environment());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        var stopped = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(stopped);
        try {
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("%s failed:%n%s".formatted(program, said.strip()));
            }
            return said;
        } finally {
            process.destroy();
            Runtime.getRuntime().removeShutdownHook(stopped);
        }
    }

    private static Stream<Path> candidates() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(
                Arrays.stream(path.split(File.pathSeparator))
                        .filter(folder -> !folder.isEmpty())
                        .map(Path::of),
                installations());
    }

    /** Debian keeps several versions beside each other, away from the PATH. */
    private static Stream<Path> installations() {
        if (!Files.isDirectory(DEBIAN)) {
            return Stream.empty();
        }
        try (var versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<PostgresTools> of(Path folder) {
        if (!Files.isExecutable(folder.resolve("pg_dump")) || !Files.isExecutable(folder.resolve("pg_restore"))) {
            return Optional.empty();
        }
        OptionalInt major = majorOf(folder.resolve("pg_dump"));
        return major.isPresent() ? Optional.of(new PostgresTools(folder, major.getAsInt())) : Optional.empty();
    }

    private static OptionalInt majorOf(Path program) {
        try {
            var process = new ProcessBuilder(program.toString(), "--version").start();
            Matcher version =
                    VERSION.matcher(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            return version.find() ? OptionalInt.of(Integer.parseInt(version.group(1))) : OptionalInt.empty();
        } catch (IOException unusable) {
            return OptionalInt.empty();
        }
    }
}
