package io.janua.audit.transparency;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes an export as newline-delimited JSON: header, signed checkpoint, in an export that does not begin at 0 the proof
 * that its tree continues the one before, then every entry with its proof, and an end that betrays a cut file.
 */
public final class ExportWriter {

    private static final int ALTERED_CHARACTERS_SHOWN = 1_000;

    private final OutputStream out;
    private final ExportLine.Header header;
    private final Subtrees tree;
    private long next;

    /**
     * Writes everything before the first entry.
     *
     * @param note the signed checkpoint of the tree of the header's size
     * @param out better buffered; stays open
     */
    public ExportWriter(OutputStream out, ExportLine.Header header, String note, Subtrees tree) throws IOException {
        this.out = out;
        this.header = header;
        this.tree = tree;
        this.next = header.first();
        write(header);
        write(new ExportLine.SignedCheckpoint(note));
        if (header.first() > 0) {
            write(new ExportLine.Consistency(
                    header.first(),
                    header.size(),
                    MerkleTree.root(tree, header.first()),
                    MerkleTree.consistencyProof(tree, header.first(), header.size())));
        }
    }

    /**
     * Writes the next entry. Whether the tree holds it is not checked: an entry that was changed in the database must
     * reach the auditor, who then sees it.
     *
     * @param entry exactly what was hashed as leaf, one line of JSON that begins with {@code {"type":"entry",}
     */
    public void entry(String entry) throws IOException {
        byte[] line = entry.getBytes(StandardCharsets.UTF_8);
        prove(isEntry(line) ? line : altered(entry));
    }

    /** Writes the proof of the next entry without the entry, which the database has lost. */
    public void missing() throws IOException {
        prove(null);
    }

    /** Writes the last line. */
    public void end() throws IOException {
        if (next != header.size()) {
            throw new IllegalStateException("the export ends before entry %d of %d".formatted(next, header.size()));
        }
        write(new ExportLine.End(header.size() - header.first()));
        out.flush();
    }

    private void prove(byte[] entry) throws IOException {
        if (next == header.size()) {
            throw new IllegalStateException("the export has all of its entries");
        }
        if (entry != null) {
            write(entry);
        }
        write(new ExportLine.Inclusion(next, MerkleTree.inclusionProof(tree, next, header.size())));
        next++;
    }

    private void write(ExportLine line) throws IOException {
        write(line.bytes());
    }

    private void write(byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    /** Whether it reads as an entry; what was altered might otherwise pass for other lines, or for many. */
    private static boolean isEntry(byte[] line) {
        return ExportLine.beginsAsEntry(line) && line.length <= ExportLine.MAX_BYTES && isOneLine(line);
    }

    private static byte[] altered(String entry) throws IOException {
        String shown = entry.substring(0, Math.min(entry.length(), ALTERED_CHARACTERS_SHOWN));
        return "%s\"altered\":%s}"
                .formatted(ExportLine.ENTRY_BEGINS, ExportLine.JSON.writeValueAsString(shown))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isOneLine(byte[] line) {
        for (byte character : line) {
            if (character >= 0 && character < ' ') {
                return false;
            }
        }
        return true;
    }
}
