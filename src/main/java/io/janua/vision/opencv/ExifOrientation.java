package io.janua.vision.opencv;

import org.opencv.core.Core;
import org.opencv.core.Mat;

/** How a camera was held: 1 is upright, the others are turned or mirrored (EXIF 2.3, tag 0x0112). */
final class ExifOrientation {

    static final int UPRIGHT = 1;

    private static final int TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;
    private static final int TIFF_HEADER = 10;

    private ExifOrientation() {}

    /** @param at where the segment's length stands, behind the marker FFE1; other APP1 segments count as upright */
    static int read(HeaderBytes bytes, int at) {
        if (!bytes.startsWith(at + 2, 'E', 'x', 'i', 'f', 0, 0)) {
            return UPRIGHT;
        }
        int tiff = at + 2 + 6;
        boolean littleEndian = bytes.startsWith(tiff, 'I', 'I');
        int end = at + bytes.unsigned16(at);
        int directory = tiff + (int) Math.min(Integer.MAX_VALUE / 2, number(bytes, tiff + 4, 4, littleEndian));
        if (end - tiff < TIFF_HEADER || directory < tiff || directory + 2 > end) {
            return UPRIGHT;
        }
        long entries = number(bytes, directory, 2, littleEndian);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + ENTRY_BYTES * i;
            if (entry + ENTRY_BYTES > end) {
                return UPRIGHT;
            }
            if (number(bytes, entry, 2, littleEndian) == TAG) {
                return (int) number(bytes, entry + 8, 2, littleEndian);
            }
        }
        return UPRIGHT;
    }

    /** Turns in place. */
    static void apply(int orientation, Mat pixels) {
        switch (orientation) {
            case 2 -> Core.flip(pixels, pixels, 1);
            case 3 -> Core.rotate(pixels, pixels, Core.ROTATE_180);
            case 4 -> Core.flip(pixels, pixels, 0);
            case 5 -> Core.transpose(pixels, pixels);
            case 6 -> Core.rotate(pixels, pixels, Core.ROTATE_90_CLOCKWISE);
            case 7 -> {
                Core.transpose(pixels, pixels);
                Core.rotate(pixels, pixels, Core.ROTATE_180);
            }
            case 8 -> Core.rotate(pixels, pixels, Core.ROTATE_90_COUNTERCLOCKWISE);
            default -> {}
        }
    }

    private static long number(HeaderBytes bytes, int at, int length, boolean littleEndian) {
        if (length == 2) {
            return littleEndian ? bytes.unsigned16LittleEndian(at) : bytes.unsigned16(at);
        }
        return littleEndian ? bytes.unsigned32LittleEndian(at) : bytes.unsigned32(at);
    }
}
