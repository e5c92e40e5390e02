package io.janua.ops.backup;

import io.janua.ops.backup.Manifest.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The parts of a backup in a folder that is this user's alone. A backup lies where others may write, and what was checked
 * there could be something else when it is read again. It goes with this process, however that ends.
 */
final class PrivateCopy implements AutoCloseable {

    /** Beside what is copied, for the list of what to restore. */
    private static final long ROOM_BESIDE_BYTES = 16L << 20;

    private final Path folder;
    private final List<Path> files = new CopyOnWriteArrayList<>();
    private final Thread atExit = new Thread(this::remove);

    private PrivateCopy(Path folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * @param place where there is room; a folder of its own is made in it
     * @throws Refused when there is no room, or a part is not what the manifest says
     */
    static PrivateCopy of(BackupFolder backup, List<Part> parts, Path place) throws IOException, Refused {
        if (!Files.isDirectory(place)) {
            throw new Refused("TMPDIR names %s, which is no folder: correct it.".formatted(place));
        }
        long needed = parts.stream().mapToLong(Part::bytes).sum() + ROOM_BESIDE_BYTES;
        long free = Files.getFileStore(place).getUsableSpace();
        if (free < needed) {
            throw new Refused(
                    "A restore works on a copy of the backup, for which %,d MB are needed in %s and %,d are free:"
                                    .formatted(needed >> 20, place, free >> 20)
                            + " set TMPDIR to a folder with room.");
        }
        var copy = new PrivateCopy(Files.createTempDirectory(place, "janua-restore"));
        boolean done = false;
        try {
            for (Part part : parts) {
                try (var target = Files.newOutputStream(copy.file(part.name()), StandardOpenOption.CREATE_NEW)) {
                    backup.check(part, target);
                }
            }
            done = true;
            return copy;
        } finally {
            if (!done) {
                copy.close();
            }
        }
    }

    /** {@code TMPDIR}, as PostgreSQL's and most other programs have it, else Java's own. */
    static Path usualPlace() {
        return Path.of(Optional.ofNullable(System.getenv("TMPDIR"))
                .filter(folder -> !folder.isBlank())
                .orElse(System.getProperty("java.io.tmpdir")));
    }

    /** A name in it, whether there is such a file yet or not. */
    Path file(String name) {
        Path file = folder.resolve(name);
        files.add(file);
        return file;
    }

    @Override
    public void close() {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException underWay) {
            // It runs already, and finds nothing more.
        }
    }

    private void remove() {
        files.forEach(PrivateCopy::forget);
        forget(folder);
    }

    private static void forget(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException kept) {
            System.err.printf("%s could not be removed: do so.%n", path);
        }
    }
}
