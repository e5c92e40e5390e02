package io.janua.ops.backup;

import io.janua.database.DatabaseAccess;
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
    /** From it on pg_restore begins with a setting, transaction_timeout, that older servers do not know. */
    private static final int NOT_FOR_OLDER_SERVERS = 17;

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    private final Path folder;
    private final int major;

    PostgresTools(Path folder, int major) {
        this.folder = folder;
        this.major = major;
    }

    /**
     * Such that the server's own version can take back what they write.
     *
     * @param server its major version
     * @throws Refused when there are none
     */
    static PostgresTools toDump(int server) throws Refused {
        return among(installed(), server, server);
    }

    /**
     * @param dumpedBy major version of the pg_dump that wrote it
     * @param server major version of the one to restore into
     * @throws Refused when there are none
     */
    static PostgresTools toRestore(int dumpedBy, int server) throws Refused {
        return among(installed(), dumpedBy, server);
    }

    /** Those of the server's own version, else the oldest that fit. */
    static PostgresTools among(List<PostgresTools> installed, int oldest, int server) throws Refused {
        return installed.stream()
                .filter(tools -> tools.major >= oldest && tools.isUnderstoodBy(server))
                .min(Comparator.comparing((PostgresTools tools) -> tools.major != server)
                        .thenComparing(PostgresTools::major))
                .orElseThrow(() -> new Refused(none(oldest, server)));
    }

    private boolean isUnderstoodBy(int server) {
        return major < NOT_FOR_OLDER_SERVERS || server >= NOT_FOR_OLDER_SERVERS;
    }

    private static String none(int oldest, int server) {
        if (server >= NOT_FOR_OLDER_SERVERS) {
            return "There is no pg_dump and pg_restore of PostgreSQL %1$d or newer: install postgresql-client-%1$d."
                    .formatted(oldest);
        }
        return oldest < NOT_FOR_OLDER_SERVERS
                ? "There is no pg_dump and pg_restore of PostgreSQL %1$d to %2$d, and this server, %3$d, does not understand"
                                .formatted(oldest, NOT_FOR_OLDER_SERVERS - 1, server)
                        + " newer ones: install postgresql-client-%d.".formatted(oldest)
                : "pg_dump of PostgreSQL %d wrote it, and this server is %d: restore into one of %d or newer."
                        .formatted(oldest, server, NOT_FOR_OLDER_SERVERS);
    }

    int major() {
        return major;
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

    private static List<PostgresTools> installed() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        // What Debian has on the PATH chooses a version by itself, and not always the same: rather the real ones.
        return Stream.concat(
                        installations(),
                        Arrays.stream(path.split(File.pathSeparator))
                                .filter(folder -> !folder.isEmpty())
                                .map(Path::of))
                .flatMap(folder -> of(folder).stream())
                .toList();
    }

    /** Debian keeps several versions beside each other, away from the PATH. */
    private static Stream<Path> installations() {
        if (!Files.isDirectory(DEBIAN)) {
            return Stream.empty();
        }
        try (var versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("%s cannot be read".formatted(DEBIAN), unreadable);
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
