package io.janua.vision;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

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
                .flatMap(PackagedLibraries::besideOf)
                .filter(Files::isDirectory);
    }

    /** @param name without what a platform puts before and after it */
    public static Optional<Path> find(String name) {
        return folder().map(folder -> folder.resolve(System.mapLibraryName(name)))
                .filter(Files::isRegularFile);
    }

    /** The jar of the application is in the package's folder {@code app}. */
    private static Optional<Path> besideOf(CodeSource source) {
        try {
            return Optional.ofNullable(Path.of(source.getLocation().toURI()).getParent())
                    .map(Path::getParent)
                    .map(applicationRoot -> applicationRoot.resolve(IN_PACKAGE));
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            return Optional.empty();
        }
    }
}
