package io.janua.audit.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {

    private static final TestingLog LOG = TestingLog.of(1_234);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private String key;

    @BeforeEach
    void writeKey() throws IOException {
        key = file("log.pem", LOG.key().pem());
    }

    @Test
    void verify_saysOfAnExportInOrderThatItIs() throws IOException {
        assertThat(run("verify", export(LOG.export(0, 1_234)), "--key", key)).isEqualTo(AuditCommand.INTACT);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .matches("1,234 entries, 0 to 1,233, tree of 1,234 signed by janua/acme key [0-9a-f]{8}:"
                        + " complete and unchanged.\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void verify_saysItOfOneEntryAndOfNone() throws IOException {
        run("verify", export(LOG.export(1_233, 1_234)), "--key", key);
        run("verify", export(LOG.export(0, 0)), "--key", key);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("1 entry, 1,233 to 1,233, tree of 1,234", "0 entries, tree of 0 signed");
    }

    @Test
    void verify_saysThatTheLogContinuesTheKeptCheckpoint() throws IOException {
        String note = file("old.note", LOG.note(1_000));

        assertThat(run("verify", export(LOG.export(0, 1_234)), "--key", key, "--checkpoint", note))
                .isEqualTo(AuditCommand.INTACT);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .endsWith("It continues the log of 1,000 entries whose checkpoint you kept.\n");
    }

    @Test
    void verify_listsFindings() throws IOException {
        List<String> lines = LOG.export(0, 1_234);
        lines.set(16, TestingLog.entry(7, "x"));

        assertThat(run("verify", export(lines), "--key", key)).isEqualTo(AuditCommand.FINDINGS);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("Entry 7 (%s) was changed.\n".formatted(TestingLog.id(7))
                        + "1 finding: the export is not what was signed, or not all of it.\n");
    }

    @Test
    void verify_listsTheFirstTwentyFindingsAndCountsTheRest() throws IOException {
        List<String> lines = LOG.export(0, 1_234);
        for (int index = 0; index < 100; index += 2) {
            lines.set(2 + 2 * index, TestingLog.entry(index, "x"));
        }

        assertThat(run("verify", export(lines), "--key", key)).isEqualTo(AuditCommand.FINDINGS);
        assertThat(out.toString(StandardCharsets.UTF_8).lines().toList())
                .hasSize(22)
                .contains("… and 30 more.")
                .last()
                .asString()
                .startsWith("50 findings:");
    }

    @Test
    void verify_ofBinaryAndBrokenFilesEndsInOneSentence() throws IOException {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        Path binary = Files.write(folder.resolve("noise"), noise);
        String prefix = String.join("\n", LOG.export(0, 10).subList(0, 4)) + "\n";
        byte[] head = prefix.getBytes(StandardCharsets.UTF_8);
        Path half = Files.write(folder.resolve("half"), head);
        Files.write(half, noise, StandardOpenOption.APPEND);

        assertThat(run("verify", binary.toString(), "--key", key)).isEqualTo(AuditCommand.UNUSABLE);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        assertThat(run("verify", half.toString(), "--key", key)).isEqualTo(AuditCommand.FINDINGS);
        assertThat(run("verify", export(List.of("x".repeat(50_000_000))), "--key", key))
                .isEqualTo(AuditCommand.UNUSABLE);
    }

    @Test
    void verify_namesTheFileThatCannotBeUsed() throws IOException {
        String export = export(LOG.export(0, 10));
        String other = file("other", "no key\n");

        assertUnusable("no such file", "verify", folder.resolve("none").toString(), "--key", key);
        assertUnusable(
                "no such file",
                "verify",
                export,
                "--key",
                folder.resolve("none").toString());
        assertUnusable("cannot be used", "verify", folder.toString(), "--key", key);
        assertUnusable("no public key", "verify", export, "--key", other);
        assertUnusable("no signed checkpoint", "verify", export, "--key", key, "--checkpoint", other);
        assertUnusable("first line", "verify", key, "--key", key);
    }

    @Test
    void verify_explainsItself() {
        assertUnusable("usage:");
        assertUnusable("usage:", "check");
        assertUnusable("usage:", "verify", "file");
        assertUnusable("usage:", "verify", "--key", key);
        assertUnusable("usage:", "verify", "file", "--key");
        assertUnusable("FILE is given twice", "verify", "file", "file", "--key", key);
        assertUnusable("'--yes' is not understood", "verify", "file", "--yes", "--key", key);
    }

    private void assertUnusable(String message, String... arguments) {
        err.reset();
        out.reset();

        assertThat(run(arguments)).isEqualTo(AuditCommand.UNUSABLE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(message).doesNotContain("Exception");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private int run(String... arguments) {
        return new AuditCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }

    private String export(List<String> lines) throws IOException {
        return file("export.ndjson", String.join("\n", lines) + "\n");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
