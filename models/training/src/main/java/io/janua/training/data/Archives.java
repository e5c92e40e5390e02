package io.janua.training.data;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The photographs to learn from, as they lie in a folder's tar files. */
public final class Archives {

    private Archives() {}

    @FunctionalInterface
    public interface Reading<T> {
        T read(Picture picture);
    }

    /**
     * @param begin of the tar files' names
     * @param reading what is kept of each photograph
     * @return by the photograph's name, in its order
     * @throws IOException when a file cannot be read, or is no picture; the message names it
     */
    public static <T> SortedMap<String, T> read(Path folder, String begin, Reading<T> reading) throws IOException {
        SortedMap<String, T> kept = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().matches(begin + ".*\\.tar"))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            throw new IOException("%s has no file %s….tar".formatted(folder, begin));
        }
        for (Path file : files) {
            try (var tar = new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    if (entry.isFile()) {
                        String name = Path.of(entry.getName()).getFileName().toString();
                        var decoded = ImageIO.read(new ByteArrayInputStream(tar.readAllBytes()));
                        if (decoded == null) {
                            throw new IOException("%s in %s is no picture".formatted(name, file));
                        }
                        if (kept.put(name, reading.read(Picture.of(decoded))) != null) {
                            throw new IOException("%s is in %s twice".formatted(name, folder));
                        }
                    }
                }
            }
        }
        return kept;
    }
}
