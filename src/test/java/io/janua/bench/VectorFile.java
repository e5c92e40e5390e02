package io.janua.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Vectors one after another, float32, in a file that others can read too; deleted when it is closed. */
final class VectorFile implements AutoCloseable {

    private static final Path FOLDER = Path.of("target/bench");

    private final Path path;
    private final AtExit deleting;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment memory;
    private final int dimension;
    private final long count;

    private VectorFile(int dimension, long count) throws IOException {
        this.dimension = dimension;
        this.count = count;
        Files.createDirectories(FOLDER);
        path = Files.createTempFile(FOLDER, "vectors", ".f32").toAbsolutePath();
        deleting = new AtExit(() -> delete(path));
        try (var channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes(dimension, count), arena);
        }
    }

    static VectorFile write(int dimension, long count, LongFunction<float[]> vectors) {
        try {
            var file = new VectorFile(dimension, count);
            LongStream.range(0, count).parallel().forEach(number -> file.put(number, vectors.apply(number)));
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException("The vectors cannot be written", failed);
        }
    }

    static long bytes(int dimension, long count) {
        return count * dimension * Float.BYTES;
    }

    Path path() {
        return path;
    }

    int dimension() {
        return dimension;
    }

    long count() {
        return count;
    }

    /** @param into of the vectors' dimension, overwritten */
    void read(long number, float[] into) {
        MemorySegment.copy(memory, ValueLayout.JAVA_FLOAT, offset(number), into, 0, dimension);
    }

    double score(long number, float[] probe) {
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            sum += (double) memory.get(ValueLayout.JAVA_FLOAT, offset(number) + (long) i * Float.BYTES) * probe[i];
        }
        return sum;
    }

    @Override
    public void close() {
        arena.close();
        deleting.now();
    }

    private void put(long number, float[] vector) {
        MemorySegment.copy(vector, 0, memory, ValueLayout.JAVA_FLOAT, offset(number), dimension);
    }

    private long offset(long number) {
        return bytes(dimension, number);
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException failed) {
            throw new UncheckedIOException("%s is left behind".formatted(path), failed);
        }
    }
}
