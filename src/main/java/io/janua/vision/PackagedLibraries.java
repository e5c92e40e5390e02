package io.janua.vision;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder {@code lib/native} of the package, into which the build unpacks the native libraries of this machine's kind.
 * Out of their jars they would be inflated into the folder for temporary files by every process anew, 86 MB at each
 * start (docs/adr/0029-a-cache-of-loaded-classes.md).
 */
public final class PackagedLibraries {

    /** A package may be carried to a machine of another kind, which takes its libraries out of the jars. */
    private static final Path IN_PACKAGE = Path.of("lib", "native", System.getProperty("os.arch"));

    private PackagedLibraries() {}

    /** Empty where this class is not in a package (tests), or where that is for another kind of machine. */
    public static Optional<Path> folder() {
        return Optional.ofNullable(PackagedLibraries.class.getProtectionDomain().getCodeSource())
                .flatMap(PackagedLibraries::besideOf);
    }

    /** @param name without what a platform puts before and after it */
    public static Optional<Path> find(String name) {
        return folder().map(folder -> folder.resolve(System.mapLibraryName(name)))
                .filter(Files::isRegularFile);
    }

    /** An executable lies beside it, the jar of the application in a folder {@code app} that does. */
    private static Optional<Path> besideOf(CodeSource source) {
        try {
            Path folder = Path.of(source.getLocation().toURI()).toAbsolutePath().getParent();
            return Stream.of(folder, folder.getParent())
                    .filter(Objects::nonNull)
                    .map(root -> root.resolve(IN_PACKAGE))
                    .filter(Files::isDirectory)
                    .findFirst();
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            return Optional.empty();
        }
    }
}
