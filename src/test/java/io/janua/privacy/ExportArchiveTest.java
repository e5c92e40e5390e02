package io.janua.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportArchiveTest {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ExportArchive archive =
            new ExportArchive(out, new ObjectMapper().writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET));

    @Test
    void holdsWhatWasWritten() throws IOException {
        archive.object("object.json", List.of(1, 2));
        archive.list("list.json", ExportArchiveTest::page, id -> id);
        archive.list("empty.json", _ -> List.of(), id -> (UUID) id);
        archive.lines("lines.ndjson", lines -> List.of("{}", "{\"ü\":1}").forEach(lines));
        archive.finish();

        try (var zip = open()) {
            assertThat(text(zip, "object.json")).isEqualTo("[1,2]");
            assertThat(text(zip, "list.json")).isEqualTo("[\"%s\",\"%s\"]".formatted(FIRST, SECOND));
            assertThat(text(zip, "empty.json")).isEqualTo("[]");
            assertThat(text(zip, "lines.ndjson")).isEqualTo("{}\n{\"ü\":1}\n");
        }
    }

    @Test
    void isDamagedUntilItIsFinished() throws IOException {
        archive.object("object.json", List.of(1));

        assertThatExceptionOfType(ZipException.class).isThrownBy(this::open);
    }

    private static List<UUID> page(Optional<UUID> last) {
        return last.isEmpty() ? List.of(FIRST) : last.get().equals(FIRST) ? List.of(SECOND) : List.of();
    }

    private ZipFile open() throws IOException {
        Path file = Files.write(folder.resolve("export.zip"), out.toByteArray());
        return new ZipFile(file.toFile());
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
