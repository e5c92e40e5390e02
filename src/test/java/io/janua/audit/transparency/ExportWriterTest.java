package io.janua.audit.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportWriterTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ExportWriter writer;

    ExportWriterTest() throws IOException {
        writer = new ExportWriter(out, ExportLine.Header.of("acme", 0, 3), "note", DefinedTree.of(3));
    }

    @Test
    void export_isALineOfJsonForEachThing() {
        List<String> lines = TestingLog.of(3).export(1, 3);
        String hash = "\"[A-Za-z0-9+/]{43}=\"";

        assertThat(lines).hasSize(8);
        assertThat(lines.get(0))
                .isEqualTo("{\"type\":\"export\",\"version\":1,\"tenant\":\"acme\",\"origin\":\"janua/acme\","
                        + "\"first\":1,\"size\":3}");
        assertThat(lines.get(1)).startsWith("{\"type\":\"checkpoint\",\"note\":\"janua/acme\\n3\\n");
        assertThat(lines.get(2))
                .matches("\\{\"type\":\"consistency\",\"from\":1,\"to\":3,\"root\":%s,\"path\":\\[%s,%s]}"
                        .formatted(hash, hash, hash));
        assertThat(lines.get(3)).isEqualTo(TestingLog.entry(1, "subject-é-1"));
        assertThat(lines.get(4))
                .matches("\\{\"type\":\"inclusion\",\"index\":1,\"path\":\\[%s,%s]}".formatted(hash, hash));
        assertThat(lines.get(7)).isEqualTo("{\"type\":\"end\",\"entries\":2}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"type\":\"entry\"}",
                "{ \"type\":\"entry\",\"id\":\"1\"}",
                "{\"type\":\"end\",\"entries\":0}",
                "{\"type\":\"entry\",\"id\":\"1\",\n\"x\":1}",
                "{\"type\":\"entry\",\"id\":\"1\"}\r"
            })
    void entry_thatWasAlteredBeyondRecognitionStaysOneEntry(String altered) throws IOException {
        assertThat(exported(altered))
                .startsWith("{\"type\":\"entry\",\"altered\":\"")
                .endsWith("\"}");
    }

    @Test
    void entry_thatIsTooLongToReadIsCutShort() throws IOException {
        assertThat(exported(TestingLog.entry(0, "x".repeat(ExportLine.MAX_BYTES))))
                .hasSizeLessThan(2_000);
    }

    @Test
    void missing_leavesTheProofAlone() throws IOException {
        writer.missing();

        assertThat(lines()).last().asString().startsWith("{\"type\":\"inclusion\",\"index\":0,");
        assertThat(lines()).noneMatch(line -> line.startsWith(ExportLine.ENTRY_BEGINS));
    }

    @Test
    void export_hasExactlyTheEntriesOfItsHeader() throws IOException {
        writer.entry(TestingLog.entry(0, "x"));
        writer.missing();
        assertThatIllegalStateException().isThrownBy(writer::end).withMessageContaining("2 of 3");
        writer.entry(TestingLog.entry(2, "x"));
        assertThatIllegalStateException().isThrownBy(() -> writer.entry(TestingLog.entry(3, "x")));
        assertThatIllegalStateException().isThrownBy(writer::missing);
        writer.end();
    }

    private String exported(String entry) throws IOException {
        writer.entry(entry);
        assertThat(lines()).hasSize(4);
        return lines().get(2);
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
