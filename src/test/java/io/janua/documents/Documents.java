package io.janua.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files that people read. */
public final class Documents {

    static final Path FOLDER = Path.of("docs");
    static final Path INDEX = FOLDER.resolve("README.md");

    private static final int ANY_DEPTH = Integer.MAX_VALUE;
    private static final List<Path> BESIDE =
            List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("SECURITY.md"), Path.of("CHANGELOG.md"));

    private Documents() {}

    /** Every Markdown page for people, by name. */
    public static List<Path> pages() {
        return Stream.of(
                        BESIDE.stream(),
                        markdown(FOLDER, ANY_DEPTH),
                        markdown(Path.of("k8s"), ANY_DEPTH),
                        markdown(Path.of("models"), 1),
                        markdown(Path.of("enrollment-ui"), 1))
                .flatMap(pages -> pages)
                .toList();
    }

    /** Everything below the folder docs. */
    static List<Path> files() {
        return below(FOLDER, ANY_DEPTH);
    }

    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Stream<Path> markdown(Path folder, int depth) {
        return below(folder, depth).stream().filter(file -> file.toString().endsWith(".md"));
    }

    private static List<Path> below(Path folder, int depth) {
        try (Stream<Path> files = Files.find(folder, depth, (_, attributes) -> attributes.isRegularFile())) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
