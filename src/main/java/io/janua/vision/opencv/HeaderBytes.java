package io.janua.vision.opencv;

/** Reads numbers at places of a file; a place beyond its end is an {@link IndexOutOfBoundsException}. */
final class HeaderBytes {

    private final byte[] file;

    HeaderBytes(byte[] file) {
        this.file = file;
    }

    int length() {
        return file.length;
    }

    boolean startsWith(int at, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (unsigned8(at + i) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    int unsigned8(int at) {
        return file[at] & 0xFF;
    }

    int unsigned16(int at) {
        return unsigned8(at) << 8 | unsigned8(at + 1);
    }

    int unsigned16LittleEndian(int at) {
        return unsigned8(at) | unsigned8(at + 1) << 8;
    }

    int unsigned24LittleEndian(int at) {
        return unsigned16LittleEndian(at) | unsigned8(at + 2) << 16;
    }

    long unsigned32(int at) {
        return (long) unsigned16(at) << 16 | unsigned16(at + 2);
    }

    long unsigned32LittleEndian(int at) {
        return unsigned16LittleEndian(at) | (long) unsigned16LittleEndian(at + 2) << 16;
    }

    /** The next marker that is neither a stuffed zero nor a restart, from within entropy-coded data. */
    int nextJpegMarker(int from) {
        int at = from;
        while (true) {
            if (file[at] == (byte) 0xFF) {
                int marker = unsigned8(at + 1);
                if (marker != 0 && (marker < 0xD0 || marker > 0xD7)) {
                    return at;
                }
            }
            at++;
        }
    }
}
