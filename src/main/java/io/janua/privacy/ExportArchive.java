package io.janua.privacy;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP archive that goes out as it is written. It is complete only after {@link #finish}: of an export that failed on
 * its way, every ZIP reader says that it is damaged.
 */
final class ExportArchive {

    private final ZipOutputStream zip;
    private final ObjectWriter json;

    /** @param json leaves open what it writes to */
    ExportArchive(OutputStream out, ObjectWriter json) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.json = json;
    }

    void bytes(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    void object(String name, Object value) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        json.writeValue(zip, value);
        zip.closeEntry();
    }

    /** @param pageAfter the items after one; an empty page ends the list */
    <T> void list(String name, Function<Optional<UUID>, List<T>> pageAfter, Function<T, UUID> id) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        try (var items = json.writeValuesAsArray(zip)) {
            var page = pageAfter.apply(Optional.empty());
            while (!page.isEmpty()) {
                items.writeAll(page);
                page = pageAfter.apply(Optional.of(id.apply(page.getLast())));
            }
        }
        zip.closeEntry();
    }

    void lines(String name, Consumer<Consumer<String>> source) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        try {
            source.accept(this::line);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        zip.closeEntry();
    }

    private void line(String line) {
        try {
            zip.write(line.getBytes(StandardCharsets.UTF_8));
            zip.write('\n');
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void finish() throws IOException {
        zip.finish();
    }
}
