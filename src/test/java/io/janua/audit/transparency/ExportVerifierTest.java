package io.janua.audit.transparency;

import static io.janua.audit.transparency.TestingLog.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody might do to an export, and what its verifier says to that. */
class ExportVerifierTest {

    private static final int SIZE = 301;
    private static final TestingLog LOG = TestingLog.of(SIZE);

    // ---- in order

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 1", "0, 2", "0, 256", "0, 301", "1, 301", "37, 301", "256, 301", "300, 301", "301, 301"})
    void verify_findsNothingInAnExportInOrder(long first, long size) throws Exception {
        Verification verification = verify(LOG.export(first, size));

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.first()).isEqualTo(first);
        assertThat(verification.signed().orElseThrow().checkpoint()).isEqualTo(LOG.checkpoint(size));
    }

    @Test
    void verify_looksThroughCarriageReturns() throws Exception {
        byte[] file = text(LOG.export(37, SIZE)).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);

        assertThat(verifier().verify(new ByteArrayInputStream(file)).findings()).isEmpty();
    }

    // ---- entries

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 150", "0, 299", "36, 36", "37, 38", "37, 200"})
    void verify_namesAChangedEntry(int first, int index) throws Exception {
        List<String> lines = LOG.export(first, SIZE);
        lines.set(entryLine(first, index), TestingLog.entry(index, "somebody-else"));

        assertFindings(lines, new Finding.Changed(index, id(index)));
    }

    @Test
    void verify_namesEveryChangedEntry() throws Exception {
        List<String> lines = LOG.export(0, SIZE);
        lines.set(entryLine(0, 10), TestingLog.entry(10, "x"));
        lines.set(entryLine(0, 77), TestingLog.entry(77, "x"));
        lines.set(entryLine(0, 200), TestingLog.entry(200, "x"));

        assertFindings(
                lines,
                new Finding.Changed(10, id(10)),
                new Finding.Changed(77, id(77)),
                new Finding.Changed(200, id(200)));
    }

    @Test
    void verify_namesAnEntryWhateverByteOfItIsChanged() throws Exception {
        List<String> lines = LOG.export(0, 20);
        String entry = lines.get(entryLine(0, 6));
        for (int i = 0; i < entry.length(); i++) {
            lines.set(entryLine(0, 6), entry.substring(0, i) + '\u007f' + entry.substring(i + 1));

            assertThat(verify(lines).findings())
                    .as("byte %d", i)
                    .singleElement()
                    .isInstanceOfSatisfying(Finding.Changed.class, changed -> assertThat(changed.index())
                            .isEqualTo(6));
        }
    }

    @Test
    void verify_namesBothOfAChangedPairAndTheLastEntryWithoutANeighbour() throws Exception {
        List<String> lines = LOG.export(0, SIZE);
        lines.set(entryLine(0, 10), TestingLog.entry(10, "x"));
        lines.set(entryLine(0, 11), TestingLog.entry(11, "x"));
        lines.set(entryLine(0, 300), TestingLog.entry(300, "x"));

        assertFindings(
                lines,
                new Finding.EntryOrProofChanged(10, id(10)),
                new Finding.EntryOrProofChanged(11, id(11)),
                new Finding.EntryOrProofChanged(300, id(300)));
    }

    @Test
    void verify_namesAChangedFirstEntryWithoutANeighbour() throws Exception {
        List<String> lines = LOG.export(37, SIZE);
        lines.set(entryLine(37, 37), TestingLog.entry(37, "x"));

        assertFindings(lines, new Finding.EntryOrProofChanged(37, id(37)));
    }

    @Test
    void verify_namesAChangedEntryWithoutItsProof() throws Exception {
        List<String> lines = LOG.export(0, SIZE);
        lines.set(entryLine(0, 150), TestingLog.entry(150, "x"));
        lines.remove(entryLine(0, 150) + 1);

        assertFindings(lines, new Finding.Changed(150, id(150)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 150", "0, 300", "37, 37", "37, 200"})
    void verify_namesAnEntryThatIsMissingBesideItsProof(int first, int index) throws Exception {
        List<String> lines = LOG.export(first, SIZE);
        lines.remove(entryLine(first, index));

        assertFindings(lines, new Finding.Missing(index, index));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 150", "0, 300", "37, 37", "37, 200"})
    void verify_namesAnEntryThatIsMissingWithItsProof(int first, int index) throws Exception {
        List<String> lines = LOG.export(first, SIZE);
        removePair(lines, first, index);

        assertFindings(lines, new Finding.Missing(index, index));
    }

    @Test
    void verify_namesARunOfMissingEntries() throws Exception {
        List<String> lines = LOG.export(0, SIZE);
        for (int i = 0; i < 50; i++) {
            removePair(lines, 0, 100);
        }

        assertFindings(lines, new Finding.Missing(100, 149));
    }

    @ParameterizedTest
    @CsvSource({"0, 30, 200", "0, 30, 31", "0, 31, 32", "37, 40, 60"})
    void verify_namesTwoEntriesSwappedBetweenTheirProofs(int first, int one, int other) throws Exception {
        List<String> lines = LOG.export(first, SIZE);
        Collections.swap(lines, entryLine(first, one), entryLine(first, other));

        assertFindings(
                lines,
                new Finding.Moved(one, one, id(one), entryLine(first, other) + 1),
                new Finding.Moved(other, other, id(other), entryLine(first, one) + 1));
    }

    @ParameterizedTest
    @CsvSource({"0, 30, 200", "37, 40, 60"})
    void verify_namesTwoEntriesSwappedWithTheirProofs(int first, int one, int other) throws Exception {
        List<String> lines = LOG.export(first, SIZE);
        Collections.swap(lines, entryLine(first, one), entryLine(first, other));
        Collections.swap(lines, entryLine(first, one) + 1, entryLine(first, other) + 1);

        assertFindings(
                lines,
                new Finding.Moved(one, one, id(one), entryLine(first, other) + 1),
                new Finding.Moved(other, other, id(other), entryLine(first, one) + 1));
    }

    @Test
    void verify_namesARunThatWasMoved() throws Exception {
        List<String> lines = LOG.export(0, SIZE);
        List<String> run = List.copyOf(lines.subList(entryLine(0, 20), entryLine(0, 30)));
        lines.subList(entryLine(0, 20), entryLine(0, 30)).clear();
        lines.addAll(entryLine(0, 90), run);

        assertFindings(lines, new Finding.Moved(20, 29, id(20), entryLine(0, 90) + 1));
    }

    @Test
    void verify_namesAnInsertedEntryWithACopiedProof() throws Exception {
        for (int at : List.of(0, 1, 150, 151, 300)) {
            List<String> before = LOG.export(0, SIZE);
            String forged = TestingLog.entry(999, "intruder");
            before.addAll(entryLine(0, at), List.of(forged, before.get(entryLine(0, at) + 1)));
            assertFindings(before, new Finding.Inserted(at, id(999), entryLine(0, at) + 1));

            List<String> after = LOG.export(0, SIZE);
            after.addAll(entryLine(0, at + 1), List.of(forged, after.get(entryLine(0, at) + 1)));
            assertFindings(after, new Finding.Inserted(at + 1, id(999), entryLine(0, at + 1) + 1));
        }
    }

    @Test
    void verify_namesAnInsertedEntryWithTheProofOfOneFarAway() throws Exception {
        List<String> lines = LOG.export(0, SIZE);
        lines.addAll(entryLine(0, 10), List.of(TestingLog.entry(999, "intruder"), lines.get(entryLine(0, 150) + 1)));

        assertFindings(lines, new Finding.Inserted(10, id(999), entryLine(0, 10) + 1));
    }

    @Test
    void verify_noticesACopiedProof() throws Exception {
        for (int at : List.of(10, 200)) {
            List<String> lines = LOG.export(0, SIZE);
            lines.add(entryLine(0, at), lines.get(entryLine(0, 150) + 1));

            assertFindings(lines, new Finding.StrayLine(entryLine(0, at) + 1));
        }
    }

    @Test
    void verify_namesAnInsertedEntryWithoutAProof() throws Exception {
        for (int line : List.of(entryLine(0, 150), entryLine(0, 150) + 1)) {
            List<String> lines = LOG.export(0, SIZE);
            lines.add(line, TestingLog.entry(999, "intruder"));

            assertFindings(lines, new Finding.Inserted(150, id(999), line + 1));
        }
    }

    @Test
    void verify_namesAnEntryThatIsThereTwice() throws Exception {
        List<String> lines = LOG.export(0, SIZE);
        lines.addAll(entryLine(0, 200), List.copyOf(lines.subList(entryLine(0, 150), entryLine(0, 151))));

        assertFindings(lines, new Finding.Repeated(150, id(150), entryLine(0, 200) + 1));
    }

    // ---- proofs

    @ParameterizedTest
    @CsvSource({"0, 150", "0, 300", "37, 200"})
    void verify_tellsAChangedProofFromAChangedEntry(int first, int index) throws Exception {
        List<String> lines = LOG.export(first, SIZE);
        lines.set(
                entryLine(first, index) + 1, lines.get(entryLine(first, 77) + 1).replace(":77,", ":" + index + ","));

        assertFindings(lines, new Finding.ProofChanged(index, id(index)));
    }

    @Test
    void verify_tellsAChangedProofFromAChangedEntryInTheSameFile() throws Exception {
        List<String> lines = LOG.export(0, SIZE);
        lines.set(entryLine(0, 20), TestingLog.entry(20, "x"));
        lines.set(entryLine(0, 50) + 1, lines.get(entryLine(0, 51) + 1).replace(":51,", ":50,"));
        lines.remove(entryLine(0, 80) + 1);

        assertFindings(
                lines,
                new Finding.Changed(20, id(20)),
                new Finding.ProofChanged(50, id(50)),
                new Finding.ProofChanged(80, id(80)));
    }

    @ParameterizedTest
    @CsvSource({"0, 150", "0, 300", "37, 37", "37, 200"})
    void verify_namesAnEntryWithoutItsProof(int first, int index) throws Exception {
        List<String> lines = LOG.export(first, SIZE);
        lines.remove(entryLine(first, index) + 1);

        assertThat(verify(lines).findings())
                .singleElement()
                .isIn(
                        new Finding.ProofChanged(index, id(index)),
                        // The neighbour of entry 37 is not in an export that begins with it.
                        new Finding.EntryOrProofChanged(index, id(index)));
    }

    @Test
    void verify_namesSwappedProofs() throws Exception {
        List<String> lines = LOG.export(0, SIZE);
        Collections.swap(lines, entryLine(0, 30) + 1, entryLine(0, 200) + 1);

        assertFindings(lines, new Finding.ProofChanged(30, id(30)), new Finding.ProofChanged(200, id(200)));
    }

    @ParameterizedTest
    @ValueSource(strings = {":-1,", ":301,", ":9223372036854775807,"})
    void verify_refusesProofsOfPlacesOutside(String index) throws Exception {
        List<String> lines = LOG.export(0, SIZE);
        lines.set(entryLine(0, 150) + 1, lines.get(entryLine(0, 150) + 1).replace(":150,", index));

        assertThat(verify(lines).findings())
                .anyMatch(finding -> finding.equals(new Finding.ProofChanged(150, id(150))));
    }

    // ---- ends

    @ParameterizedTest
    @ValueSource(ints = {0, 7})
    void verify_noticesACutAfterAnyLine(int first) throws Exception {
        List<String> lines = LOG.export(first, 20);
        for (int kept = 1; kept < lines.size(); kept++) {
            assertThat(verify(lines.subList(0, kept)).findings())
                    .as("%d lines", kept)
                    .contains(new Finding.Cut(kept));
        }
    }

    @Test
    void verify_namesWhatACutTook() throws Exception {
        List<String> lines = LOG.export(0, SIZE);
        String whole = text(lines);
        String half = whole.substring(0, whole.indexOf(id(100)) + 5);

        assertThat(verifier().verify(stream(half)).findings())
                .containsExactly(new Finding.Missing(100, 300), new Finding.Cut(entryLine(0, 100) + 1));
    }

    @Test
    void verify_namesEntriesTakenFromTheTailWhateverTheEndSays() throws Exception {
        List<String> lines = LOG.export(0, SIZE);
        lines.subList(entryLine(0, 290), lines.size()).clear();
        lines.add("{\"type\":\"end\",\"entries\":290}");
        lines.set(0, lines.get(0).replace("\"size\":301", "\"size\":290"));

        assertFindings(
                lines,
                new Finding.HeaderDiffers("size", "290", "301"),
                new Finding.Missing(290, 300),
                new Finding.WrongEnd(290, 301));
    }

    @Test
    void verify_noticesLinesAfterTheEndAndLinesInWrongPlaces() throws Exception {
        List<String> lines = LOG.export(0, 5);
        lines.add(lines.get(2));
        assertFindings(lines, new Finding.StrayLine(14));

        lines = LOG.export(0, 5);
        lines.add(6, lines.get(1));
        assertFindings(lines, new Finding.StrayLine(7));
    }

    // ---- header and checkpoint

    @Test
    void verify_noticesAForeignKey() throws Exception {
        List<String> lines = TestingLog.of(SIZE).export(0, SIZE);

        assertThat(verify(lines).findings()).singleElement().isInstanceOf(Finding.ForeignKey.class);
        assertThat(verify(lines).signed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"size", "root", "origin"})
    void verify_noticesAnAlteredCheckpoint(String what) throws Exception {
        List<String> lines = LOG.export(0, SIZE);
        String note = lines.get(1);
        String root = note.split("\\\\n")[2];
        lines.set(
                1,
                switch (what) {
                    case "size" -> note.replace("\\n301\\n", "\\n300\\n");
                    case "root" -> note.replace(root, "AAAA" + root.substring(4));
                    default -> note.replace("janua/acme", "janua/other");
                });

        assertThat(verify(lines).findings())
                .singleElement()
                .isInstanceOfAny(Finding.WrongSignature.class, Finding.ForeignKey.class);
    }

    @Test
    void verify_noticesThatTheCheckpointIsMissingOrMalformed() throws Exception {
        List<String> lines = LOG.export(0, SIZE);
        lines.remove(1);
        assertFindings(lines, new Finding.NoCheckpoint());

        lines = LOG.export(0, SIZE);
        lines.set(1, "{\"type\":\"checkpoint\",\"note\":\"x\"}");
        assertThat(verify(lines).findings()).singleElement().isInstanceOf(Finding.MalformedCheckpoint.class);
    }

    @Test
    void verify_stillChecksTheOrderWhenNothingIsSigned() throws Exception {
        List<String> lines = LOG.export(0, SIZE);
        removePair(lines, 0, 150);
        lines.remove(1);

        assertFindings(lines, new Finding.NoCheckpoint(), new Finding.Missing(150, 150));
    }

    @Test
    void verify_noticesASignedCheckpointOfAnotherTree() throws Exception {
        var other = new ArrayList<>(TestingLog.entries(SIZE));
        other.set(0, TestingLog.entry(0, "rewritten"));
        List<String> sameSize = LOG.export(0, SIZE);
        sameSize.set(1, new TestingLog(LOG.signingKey(), other).export(0, SIZE).get(1));
        assertFindings(sameSize, new Finding.RootDiffers(0, 300));

        List<String> smaller = LOG.export(0, SIZE);
        smaller.set(1, LOG.export(0, 200).get(1));
        assertThat(verify(smaller).findings()).contains(new Finding.HeaderDiffers("size", "301", "200"));
    }

    @Test
    void verify_noticesEntriesForgedTogetherWithTheirProofs() throws Exception {
        var forged = new ArrayList<>(TestingLog.entries(SIZE));
        forged.set(150, TestingLog.entry(150, "forged"));
        List<String> lines = new TestingLog(LOG.signingKey(), forged).export(0, SIZE);
        lines.set(1, LOG.export(0, SIZE).get(1));

        assertThat(verify(lines).findings()).isNotEmpty().noneMatch(Finding.NoCheckpoint.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({
        "first\":0, first\":10, NoConsistency",
        "first\":0, first\":400, HeaderDiffers",
        "size\":301, size\":300, HeaderDiffers",
        "size\":301, size\":302, HeaderDiffers",
        "tenant\":\"acme, tenant\":\"other, HeaderDiffers",
        "origin\":\"janua/acme, origin\":\"janua/other, HeaderDiffers"
    })
    void verify_noticesAHeaderThatLies(String stated, String lie, String finding) throws Exception {
        List<String> lines = LOG.export(0, SIZE);
        lines.set(0, lines.get(0).replace(stated, lie));

        assertThat(verify(lines).findings())
                .anyMatch(found -> found.getClass().getSimpleName().equals(finding));
    }

    @Test
    void verify_namesWhatAnEarlierBeginningPromises() throws Exception {
        List<String> lines = LOG.export(37, SIZE);
        lines.set(0, lines.get(0).replace("first\":37", "first\":0"));

        assertThat(verify(lines).findings()).contains(new Finding.Missing(0, 36));
    }

    @Test
    void verify_noticesAWrongConsistencyProof() throws Exception {
        List<String> right = LOG.export(37, SIZE);
        for (List<String> other : List.of(LOG.export(36, SIZE), LOG.export(37, 300))) {
            List<String> lines = new ArrayList<>(right);
            lines.set(2, other.get(2).replace("from\":36", "from\":37").replace("to\":300", "to\":301"));

            assertFindings(lines, new Finding.WrongConsistency(37, SIZE));
        }
        right.remove(2);
        assertFindings(right, new Finding.NoConsistency(37));
    }

    // ---- an older checkpoint

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 1", "0, 200", "0, 301", "37, 0", "37, 37", "37, 38", "37, 200", "37, 301", "301, 301"})
    void verify_provesThatTheLogContinuesAnOlderCheckpoint(int first, int older) throws Exception {
        Verification verification = verify(LOG.export(first, SIZE), LOG.note(older));

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.continued()).contains((long) older);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 200", "0, 301", "37, 37", "37, 200", "37, 301"})
    void verify_noticesThatTheLogWasRewritten(int first, int older) throws Exception {
        var history = new ArrayList<>(TestingLog.entries(SIZE));
        history.set(0, TestingLog.entry(0, "what really happened"));
        var forked = new TestingLog(LOG.signingKey(), history);

        assertThat(verify(LOG.export(first, SIZE), forked.note(older)).findings())
                .containsExactly(new Finding.Forked(older));
    }

    @Test
    void verify_saysWhenTheContinuationCannotBeTold() throws Exception {
        List<String> damaged = LOG.export(0, SIZE);
        damaged.set(entryLine(0, 150), TestingLog.entry(150, "x"));
        String otherLog = LOG.sign(new Checkpoint("janua/other", 3, new byte[32]));

        assertUntold(LOG.export(37, SIZE), LOG.note(36), "begins at 37");
        assertUntold(LOG.export(0, 200), LOG.note(SIZE), "301 entries");
        assertUntold(damaged, LOG.note(200), "damaged");
        assertUntold(LOG.export(0, SIZE), otherLog, "janua/other");
        assertUntold(LOG.export(0, SIZE), TestingLog.of(5).note(5), "another key");
        assertUntold(LOG.export(0, SIZE), LOG.note(200).replace("\n200\n", "\n201\n"), "signature is wrong");
    }

    // ---- anything else

    @ParameterizedTest
    @CsvSource({"0, 40", "13, 40"})
    void verify_findsSomethingWhateverIsDoneToTheLines(int first, int size) throws Exception {
        List<String> original = LOG.export(first, size);
        var random = new Random(first);
        for (int round = 0; round < 2_000; round++) {
            var lines = new ArrayList<>(original);
            for (int deed = random.nextInt(4); deed >= 0; deed--) {
                tamper(lines, random);
            }
            if (!lines.equals(original)) {
                assertThat(verify(lines).findings()).as("%s", lines).isNotEmpty();
            }
        }
    }

    /** Anything but to the first line, without which there is no export. */
    private static void tamper(List<String> lines, Random random) {
        int line = 1 + random.nextInt(lines.size() - 1);
        int other = 1 + random.nextInt(lines.size() - 1);
        switch (random.nextInt(5)) {
            case 0 -> Collections.swap(lines, line, other);
            case 1 -> lines.add(other, lines.get(line));
            case 2 -> lines.set(line, lines.get(other));
            case 3 -> {
                int at = random.nextInt(lines.get(line).length());
                lines.set(
                        line,
                        new StringBuilder(lines.get(line))
                                .replace(at, at + 1, "~")
                                .toString());
            }
            default -> {
                if (lines.size() > 5) {
                    lines.remove(line);
                }
            }
        }
    }

    // ---- no export at all

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "hello\n",
                "{}\n",
                "[[[[\n",
                "{\"type\":\"entry\",\"id\":\"1\"}\n",
                "{\"type\":\"export\"}\n",
                "{\"type\":\"export\",\"version\":1,\"tenant\":\"a\",\"origin\":\"janua/a\",\"first\":0,\"size\":-1}\n",
                "{\"type\":\"export\",\"version\":1,\"tenant\":\"\\u001b[2J\",\"origin\":\"janua/a\",\"first\":0,\"size\":1}\n",
                "{\"type\":\"export\",\"version\":2,\"tenant\":\"a\",\"origin\":\"janua/a\",\"first\":0,\"size\":1}\n"
            })
    void verify_refusesWhatIsNoExport(String file) {
        assertThatThrownBy(() -> verifier().verify(stream(file)))
                .isInstanceOf(NotAnExport.class)
                .message()
                .isNotBlank();
    }

    @Test
    void verify_survivesALineLongerThanTheMemory() throws Exception {
        List<String> lines = LOG.export(0, 5);
        String entry = lines.get(entryLine(0, 2));
        lines.set(entryLine(0, 2), entry + "x".repeat(50_000_000));

        assertFindings(lines, new Finding.Changed(2, id(2)));
    }

    @Test
    void verify_stopsWhenTooMuchIsWrong() throws Exception {
        String garbage = "garbage\n".repeat(100_000);

        List<Finding> findings = verifier()
                .verify(stream(text(LOG.export(0, 5).subList(0, 2)) + garbage))
                .findings();

        assertThat(findings).hasSizeLessThan(20_000).last().isInstanceOf(Finding.TooDamaged.class);
    }

    @Test
    void findings_speakInPlainWords() {
        assertThat(new Finding.Changed(7, id(7)).message())
                .isEqualTo("Entry 7 (00000000-0000-7000-8000-000000000007) was changed.");
        assertThat(new Finding.Missing(7, 9).message()).isEqualTo("Entries 7 to 9 are missing.");
        assertThat(new Finding.Inserted(7, "", 17).message())
                .isEqualTo("Line 17, before entry 7, is no entry of the signed log: it was inserted.");
    }

    private static void assertFindings(List<String> lines, Finding... findings) throws Exception {
        assertThat(verify(lines).findings()).containsExactly(findings);
    }

    private static void assertUntold(List<String> lines, String note, String reason) throws Exception {
        Verification verification = verify(lines, note);

        assertThat(verification.continued()).isEmpty();
        assertThat(verification.findings())
                .filteredOn(Finding.KeptCheckpointUnproven.class::isInstance)
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains(reason);
    }

    private static int entryLine(int first, int index) {
        return (first == 0 ? 2 : 3) + 2 * (index - first);
    }

    private static void removePair(List<String> lines, int first, int index) {
        lines.subList(entryLine(first, index), entryLine(first, index) + 2).clear();
    }

    private static ExportVerifier verifier() {
        return new ExportVerifier(List.of(LOG.key()));
    }

    private static Verification verify(List<String> lines) throws IOException, NotAnExport {
        return verifier().verify(stream(text(lines)));
    }

    private static Verification verify(List<String> lines, String note) throws IOException, NotAnExport {
        NoteReading kept = new CheckpointVerifier(List.of(LOG.key())).read(note);
        return new ExportVerifier(List.of(LOG.key()), Optional.of(kept)).verify(stream(text(lines)));
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
