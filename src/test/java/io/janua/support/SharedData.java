package io.janua.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Real photographs and what was counted on them, which are never part of the repository. They are read from the folder
 * {@code JANUA_TEST_DATA}, by default the folder {@code shared} beside the checkout; a test that needs them is skipped
 * where they are absent.
 */
public final class SharedData {

    private static final Path ROOT =
            Path.of(Optional.ofNullable(System.getenv("JANUA_TEST_DATA")).orElse("../shared"));

    private SharedData() {}

    /** A photograph of photos/special. */
    public static byte[] special(String name) {
        return read(photos().resolve("special").resolve(name));
    }

    /** Mean and covariance of the default model's templates of real people: aggregates, which are nobody's. */
    public static byte[] templateStatistics() {
        Path statistics = ROOT.resolve("models").resolve("template_statistics.json");
        Assumptions.assumeTrue(
                Files.isRegularFile(statistics), "skipped: needs %s (set JANUA_TEST_DATA)".formatted(statistics));
        return read(statistics);
    }

    /** The folders of photos/people, one a person, by name. */
    public static List<Path> people() {
        try (Stream<Path> folders = Files.list(photos().resolve("people"))) {
            return folders.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The photographs in a folder, by name. */
    public static List<Path> pictures(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path photos() {
        Path photos = ROOT.resolve("photos");
        Assumptions.assumeTrue(
                Files.isDirectory(photos),
                "skipped: needs the test photographs in %s (set JANUA_TEST_DATA)".formatted(photos));
        return photos;
    }
}
