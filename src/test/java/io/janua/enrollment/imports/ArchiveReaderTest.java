package io.janua.enrollment.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.support.TestArchive;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveReaderTest {

    private static final byte[] PICTURE = "\u00ff\u00d8\u00ff and so on".getBytes(ISO_8859_1);
    /** In the first file's header (APPNOTE.TXT 4.3.7). */
    private static final int METHOD_AT = 8;

    private static final ArchiveLimits LIMITS = new ArchiveLimits(1_000_000, 2_000_000, 5, 1000, Duration.ofMinutes(1));

    /** What an archive was found to hold: codes by path, and {@code picture} for pictures. */
    private static class Found implements ArchiveReader.Visitor {

        private final Map<String, String> files = new LinkedHashMap<>();
        private byte[] table;

        @Override
        public void picture(EntryPath path, byte[] content) {
            files.put(path.text(), "picture");
        }

        @Override
        public void refused(String name, Optional<EntryPath> path, Problem why) {
            files.put(name, why.code().wireName());
        }

        @Override
        public void subjectsCsv(byte[] content) {
            table = content;
        }
    }

    private static Found read(byte[] archive) throws IOException {
        return read(LIMITS, archive);
    }

    private static Found read(ArchiveLimits limits, byte[] archive) throws IOException {
        var found = new Found();
        new ArchiveReader(limits).read(new ByteArrayInputStream(archive), found);
        return found;
    }

    private static void refusedAs(ProblemCode code, byte[] archive) {
        assertThatThrownBy(() -> read(archive))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    /** What ./janua fuzz found: the library reads them, and tells their damage as if the archive had stopped coming. */
    @ParameterizedTest
    @ValueSource(bytes = {1, 6, 9, 12})
    void methodsOfFormerDecadesAreNotRead(byte method) throws IOException {
        byte[] archive = TestArchive.of().with("alice/1.jpg", PICTURE).bytes();
        archive[METHOD_AT] = method;

        refusedAs(ProblemCode.ARCHIVE_UNSUPPORTED, archive);
    }

    @Test
    void findsPicturesAndTheTable() throws IOException {
        var found = read(TestArchive.of()
                .folder("alice")
                .with("alice/1.jpg", PICTURE)
                .with("bob.jpg", PICTURE)
                .with("subjects.csv", "subject")
                .bytes());

        assertThat(found.files).containsExactly(entry("alice/1.jpg", "picture"), entry("bob.jpg", "picture"));
        assertThat(found.table).asString().isEqualTo("subject");
    }

    @Test
    void takesWhatIsPackedWhileItIsSentAndWhatIsOnlyStored() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            // Sizes come after the data.
            zip.putNextEntry(new ZipEntry("a/1.jpg"));
            zip.write(PICTURE);
            var stored = new ZipEntry("a/2.jpg");
            stored.setMethod(ZipEntry.STORED);
            stored.setSize(PICTURE.length);
            var check = new CRC32();
            check.update(PICTURE);
            stored.setCrc(check.getValue());
            zip.putNextEntry(stored);
            zip.write(PICTURE);
            zip.setComment("with a comment");
        }

        assertThat(read(bytes.toByteArray()).files).hasSize(2).containsValue("picture");
    }

    @Test
    void ignoresWhatSystemsAdd() throws IOException {
        var found = read(TestArchive.of()
                .with("__MACOSX/alice/._1.jpg", PICTURE)
                .with("alice/.DS_Store", "x")
                .with("alice/Thumbs.db", "x")
                .with("alice/._1.jpg", "x")
                .with("alice/1.jpg", PICTURE)
                .bytes());

        assertThat(found.files).containsOnlyKeys("alice/1.jpg");
    }

    @Test
    void refusesFilesThatAreNoPictures() throws IOException {
        var found = read(TestArchive.of()
                .with("a/notes.jpg", "just text")
                .with("a/inner.zip", TestArchive.of().with("x.jpg", PICTURE).bytes())
                .with("a/empty.jpg", new byte[0])
                .with("a/large.jpg", Arrays.copyOf(PICTURE, 1001))
                .bytes());

        assertThat(found.files)
                .containsExactly(
                        entry("a/notes.jpg", "image_type_unsupported"),
                        entry("a/inner.zip", "archive_nested"),
                        entry("a/empty.jpg", "file_empty"),
                        entry("a/large.jpg", "image_too_large"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.jpg",
                "a/../../b.jpg",
                "/etc/a.jpg",
                "C:/a.jpg",
                "a\\\\..\\\\b.jpg",
                "a//b.jpg",
                "a/./b.jpg",
                "a/\\0.jpg",
                "a/\\n.jpg",
                "a/\u202egpj.exe"
            })
    void refusesPathTricks(String escaped) throws IOException {
        String name = escaped.translateEscapes();
        byte[] raw = name.getBytes(UTF_8);
        String harmless = "x".repeat(raw.length);

        var found = read(TestArchive.of().with(harmless, PICTURE).renamed(harmless, raw));

        assertThat(found.files).hasSize(1).containsValue("file_name_unsafe");
        assertThat(found.files.keySet().iterator().next()).doesNotContain("\0", "\n", "\u202e");
    }

    @Test
    void refusesNamesThatAreTooLongOrNotUtf8() throws IOException {
        assertThat(read(TestArchive.of()
                                .with("a".repeat(1001) + ".jpg", PICTURE)
                                .bytes())
                        .files)
                .containsValue("file_name_unsafe");
        assertThat(read(TestArchive.of()
                                .with("mueller/1.jpg", PICTURE)
                                .renamed("mueller/1.jpg", "m\u00fc\u00fcller/1.jpg".getBytes(ISO_8859_1)))
                        .files)
                .containsValue("file_name_unsafe");
    }

    @Test
    void aNameMeansTheSameHoweverItIsComposed() throws IOException {
        assertThat(read(TestArchive.of().with("mu\u0308ller/1.jpg", PICTURE).bytes()).files)
                .containsOnlyKeys("m\u00fcller/1.jpg");
    }

    @Test
    void refusesMoreFilesThanAreTaken() throws IOException {
        var five = TestArchive.of();
        var six = TestArchive.of();
        for (int i = 0; i < 6; i++) {
            six.with("a/%d.jpg".formatted(i), PICTURE);
            if (i < 5) {
                five.with("a/%d.jpg".formatted(i), PICTURE).with("a/._%d.jpg".formatted(i), PICTURE);
            }
        }

        assertThat(read(five.bytes()).files).hasSize(5);
        refusedAs(ProblemCode.ARCHIVE_TOO_MANY_FILES, six.bytes());
    }

    @Test
    void endsABombBeforeItIsUnpacked() {
        refusedAs(
                ProblemCode.ARCHIVE_EXPANDS_TOO_FAR,
                TestArchive.of().with("a/1.jpg", new byte[50_000_000]).bytes());
        // Also where nobody looks.
        refusedAs(
                ProblemCode.ARCHIVE_EXPANDS_TOO_FAR,
                TestArchive.of().with(".DS_Store", new byte[50_000_000]).bytes());
    }

    @Test
    void refusesAnArchiveThatIsTooLargeHoweverItComes() {
        byte[] noise = new byte[2_000_000];
        new Random(1).nextBytes(noise);

        refusedAs(
                ProblemCode.ARCHIVE_TOO_LARGE,
                TestArchive.of().with("a/1.jpg", noise).bytes());
    }

    @Test
    void refusesWhatIsNoArchive() {
        refusedAs(ProblemCode.ARCHIVE_INVALID, PICTURE);
        refusedAs(ProblemCode.ARCHIVE_INVALID, new byte[0]);
        refusedAs(ProblemCode.ARCHIVE_EMPTY, TestArchive.of().bytes());
    }

    @Test
    void refusesAnArchiveThatEndsTooEarlyWhereverItDoes() {
        byte[] whole = TestArchive.of()
                .with("a/1.jpg", "\u00ff\u00d8\u00ff" + "some bytes that do not shrink: 9q8w7e6r5t4z".repeat(3))
                .with("a/2.jpg", PICTURE)
                .bytes();

        for (int length = 4; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(part))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                            .isIn(ProblemCode.ARCHIVE_TRUNCATED, ProblemCode.ARCHIVE_INVALID));
        }
    }

    @Test
    void refusesPasswordsAndMethodsThatItCannotRead() throws IOException {
        byte[] encrypted = TestArchive.of().with("a/1.jpg", PICTURE).bytes();
        encrypted[6] |= 1;
        refusedAs(ProblemCode.ARCHIVE_ENCRYPTED, encrypted);

        // LZMA, Zstandard by its old number and by its new one, XZ
        for (int method : List.of(14, 20, 93, 95)) {
            byte[] other = TestArchive.of().with("a/1.jpg", PICTURE).bytes();
            other[8] = (byte) method;
            refusedAs(ProblemCode.ARCHIVE_UNSUPPORTED, other);
        }
    }

    @Test
    void storedDataOfUnknownLengthIsRefusedAndNotGuessed() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            var entry = new ZipArchiveEntry("a/1.jpg");
            zip.putArchiveEntry(entry);
            zip.write(PICTURE);
            zip.closeArchiveEntry();
        }
        byte[] archive = bytes.toByteArray();
        archive[6] |= 8;
        archive[8] = 0;

        refusedAs(ProblemCode.ARCHIVE_UNSUPPORTED, archive);
    }

    @Test
    void namesMayNotFillTheMemory() {
        var archive = TestArchive.of();
        for (int i = 0; i < 3; i++) {
            archive.with("%d%s/1.jpg".formatted(i, "n".repeat(700)), PICTURE);
        }

        refusedAs(ProblemCode.ARCHIVE_TOO_MANY_FILES, archive.bytes());
    }

    @Test
    void theTableHasFiveMegabytesAtMost() {
        var limits = new ArchiveLimits(10_000_000, 20_000_000, 5, 10_000_000, Duration.ofMinutes(1));
        byte[] archive =
                TestArchive.of().with("subjects.csv", new byte[5_000_001]).bytes();

        assertThatThrownBy(() -> new ArchiveReader(limits).read(new ByteArrayInputStream(archive), new Found()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                        .isEqualTo(ProblemCode.SUBJECTS_CSV_INVALID));
    }

    /** A fault of ours is not the archive's. */
    @Test
    void whatTheVisitorThrowsStaysWhatItIs() {
        var faulty = new Found() {
            @Override
            public void picture(EntryPath path, byte[] content) {
                throw new IllegalArgumentException("a fault");
            }
        };
        byte[] archive = TestArchive.of().with("a/1.jpg", PICTURE).bytes();

        assertThatThrownBy(() -> new ArchiveReader(LIMITS).read(new ByteArrayInputStream(archive), faulty))
                .hasMessage("a fault");
    }

    @Test
    void findsFiftyThousandPicturesAndRefusesOneMore() throws IOException {
        var limits = new ArchiveLimits(100_000_000, 200_000_000, 50_000, 1000, Duration.ofMinutes(1));

        assertThat(read(limits, pictures(50_000)).files).hasSize(50_000);
        assertThatThrownBy(() -> read(limits, pictures(50_001)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                        .isEqualTo(ProblemCode.ARCHIVE_TOO_MANY_FILES));
    }

    private static byte[] pictures(int count) {
        var archive = TestArchive.of();
        for (int i = 0; i < count; i++) {
            archive.with("p%d/%d.jpg".formatted(i / 2, i), PICTURE);
        }
        return archive.bytes();
    }
}
