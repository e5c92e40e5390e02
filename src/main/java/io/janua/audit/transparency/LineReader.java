package io.janua.audit.transparency;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Splits a stream into lines without ever holding more than {@link ExportLine#MAX_BYTES} of one. */
final class LineReader {

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int filled;
    private long number;

    private byte[] line = new byte[4096];
    private int length;

    LineReader(InputStream in) {
        this.in = in;
    }

    /**
     * @param number from 1
     * @param bytes without the newline; one more than allowed of a line that is too long, which no entry has
     * @param ended whether a newline followed
     */
    record Line(long number, byte[] bytes, boolean ended) {}

    /** Empty at the end of the file. */
    Optional<Line> next() throws IOException {
        length = 0;
        boolean ended = false;
        boolean any = false;
        while (!ended && fill()) {
            any = true;
            int newline = position;
            while (newline < filled && buffer[newline] != '\n') {
                newline++;
            }
            keep(newline - position);
            ended = newline < filled;
            position = ended ? newline + 1 : newline;
        }
        if (!any) {
            return Optional.empty();
        }
        // A transfer in text mode adds carriage returns; entries are JSON and have none.
        boolean returned = ended && length > 0 && length <= ExportLine.MAX_BYTES && line[length - 1] == '\r';
        int end = returned ? length - 1 : length;
        return Optional.of(new Line(++number, Arrays.copyOf(line, end), ended));
    }

    long number() {
        return number;
    }

    private boolean fill() throws IOException {
        if (position < filled) {
            return true;
        }
        position = 0;
        filled = in.read(buffer);
        return filled > 0;
    }

    private void keep(int count) {
        int kept = Math.min(count, ExportLine.MAX_BYTES + 1 - length);
        if (length + kept > line.length) {
            line = Arrays.copyOf(line, Math.max(2 * line.length, length + kept));
        }
        System.arraycopy(buffer, position, line, length, kept);
        length += kept;
    }
}
