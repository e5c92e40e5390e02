package io.janua.enrollment.imports;

import io.janua.problem.Problems;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Counts what comes in, and remembers its end. A ZIP archive that is read as it arrives shows only there whether it is
 * complete: its last record counts the entries (APPNOTE.TXT 4.3.16).
 */
final class ArchiveTail extends FilterInputStream {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int MAX_COMMENT_BYTES = 0xffff;
    private static final int COUNT_AT = 10;
    private static final int COMMENT_LENGTH_AT = 20;

    private final byte[] ring = new byte[END_BYTES + MAX_COMMENT_BYTES];
    private final long maxBytes;
    private final ArrivalPace pace;
    private long count;

    ArchiveTail(InputStream archive, long maxBytes, ArrivalPace pace) {
        super(archive);
        this.maxBytes = maxBytes;
        this.pace = pace;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0) {
            remember(target, offset, read);
            count += read;
            if (count > maxBytes) {
                throw Problems.archiveTooLarge(maxBytes);
            }
            pace.require(count);
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        byte[] block = new byte[(int) Math.min(bytes, 8192)];
        return Math.max(0, read(block, 0, block.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Reads what is left; for whoever has found the last entry. */
    void drain() throws IOException {
        byte[] block = new byte[8192];
        int read = read(block, 0, block.length);
        while (read >= 0) {
            read = read(block, 0, block.length);
        }
    }

    /** Whether the bytes end as an archive of that many entries does. */
    boolean endsArchiveOf(long entries) {
        ByteBuffer tail = tail();
        for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END_SIGNATURE
                    && Short.toUnsignedInt(tail.getShort(at + COMMENT_LENGTH_AT)) == tail.limit() - END_BYTES - at) {
                // Archives of more than 65,535 entries say 65,535 here, and the true number elsewhere.
                return Short.toUnsignedLong(tail.getShort(at + COUNT_AT)) == Math.min(entries, 0xffff);
            }
        }
        return false;
    }

    private void remember(byte[] source, int offset, int length) {
        int kept = Math.min(length, ring.length);
        int from = offset + length - kept;
        int at = (int) ((count + length - kept) % ring.length);
        int first = Math.min(kept, ring.length - at);
        System.arraycopy(source, from, ring, at, first);
        System.arraycopy(source, from + first, ring, 0, kept - first);
    }

    private ByteBuffer tail() {
        int length = (int) Math.min(count, ring.length);
        byte[] tail = new byte[length];
        int start = (int) ((count - length) % ring.length);
        int first = Math.min(length, ring.length - start);
        System.arraycopy(ring, start, tail, 0, first);
        System.arraycopy(ring, 0, tail, first, length - first);
        return ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
    }
}
