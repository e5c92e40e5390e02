package io.janua.compat.compreface;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.janua.gallery.SubjectRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * As many examples as one import takes, as the ZIP archive that it takes: a file for each example and a table that says
 * whose it is. It is made while it is read, so that at most one picture is in memory and none on a disk.
 */
final class ArchivePart extends InputStream {

    private static final byte[] NOTHING = {};

    private final Examples examples;
    private final Tally tally;
    private final int maxPictures;
    private final long maxBytes;

    private final ByteArrayOutputStream made = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(made, StandardCharsets.UTF_8);
    private final StringWriter table = new StringWriter();
    private final CsvWriter rows = CsvWriter.builder().build(table);

    private byte[] block = NOTHING;
    private int at;
    private int pictures;
    private long bytes;
    private boolean ended;

    ArchivePart(Examples examples, Tally tally, int maxPictures, long maxBytes) {
        this.examples = examples;
        this.tally = tally;
        this.maxPictures = maxPictures;
        this.maxBytes = maxBytes;
        // Pictures are compressed already.
        zip.setLevel(Deflater.NO_COMPRESSION);
        rows.writeRecord("file", "subject");
    }

    /** Passes over examples that cannot come along. Without a picture there is nothing to send. */
    boolean hasPicture() throws IOException {
        while (pictures == 0 && examples.hasNext()) {
            add(examples.next());
        }
        return pictures > 0;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (at == block.length) {
            if (ended) {
                return -1;
            }
            makeMore();
        }
        int count = Math.min(length, block.length - at);
        System.arraycopy(block, at, into, offset, count);
        at += count;
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    private void makeMore() throws IOException {
        if (pictures < maxPictures && bytes < maxBytes && examples.hasNext()) {
            add(examples.next());
        } else {
            rows.flush();
            entry("subjects.csv", table.toString().getBytes(StandardCharsets.UTF_8));
            zip.finish();
            ended = true;
        }
        block = made.toByteArray();
        at = 0;
        made.reset();
    }

    private void add(Example example) throws IOException {
        if (example.picture().length == 0) {
            tally.withoutPicture(example.subject());
        } else if (!SubjectRef.isId(example.subject()) || example.subject().isBlank()) {
            tally.unnameable(example.subject());
        } else {
            String file = example.id().toString();
            entry(file, example.picture());
            rows.writeRecord(file, example.subject());
            tally.read();
            pictures++;
            bytes += example.picture().length;
        }
    }

    private void entry(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
        zip.flush();
    }
}
