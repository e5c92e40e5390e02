package io.janua.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * Where the results lie: readable by their owner only, because the page shows faces. A file appears whole or not at
 * all, and a folder that nothing came into goes when the program is ended.
 */
final class EvaluationFolder {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;

    private EvaluationFolder(Path folder) {
        this.folder = folder;
    }

    /** Before the work begins, so that nobody waits for what cannot be written. */
    static EvaluationFolder create(Path folder) throws Refused {
        try {
            createAbove(folder.toAbsolutePath());
            try {
                Files.createDirectory(folder, ownerOnly("rwx------"));
            } catch (FileAlreadyExistsException there) {
                requireEmpty(folder);
            }
            if (!Files.isWritable(folder)) {
                throw new Refused("Nothing can be written into %s.".formatted(folder));
            }
        } catch (IOException unusable) {
            throw new Refused("The folder %s cannot be made: %s.".formatted(folder, Causes.root(unusable)));
        }
        var created = new EvaluationFolder(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(created::removeIfEmpty));
        return created;
    }

    private static void createAbove(Path folder) throws IOException {
        if (folder.getParent() != null) {
            Files.createDirectories(folder.getParent());
        }
    }

    Path path() {
        return folder;
    }

    void write(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(String name, JsonNode json) throws IOException {
        write(name, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
    }

    /** @param name with a folder in it, where it belongs into one */
    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isDirectory(file.getParent())) {
            Files.createDirectory(file.getParent(), ownerOnly("rwx------"));
        }
        Path unfinished = Files.createTempFile(file.getParent(), "", ".part", ownerOnly("rw-------"));
        try {
            Files.write(unfinished, bytes);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void removeIfEmpty() {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException used) {
            // Something is in it, as it should be.
        }
    }

    private static void requireEmpty(Path folder) throws IOException, Refused {
        if (!Files.isDirectory(folder)) {
            throw new Refused("%s is no folder.".formatted(folder));
        }
        try (Stream<Path> children = Files.list(folder)) {
            if (children.findAny().isPresent()) {
                throw new Refused("The folder %s is not empty; name another one.".formatted(folder));
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
